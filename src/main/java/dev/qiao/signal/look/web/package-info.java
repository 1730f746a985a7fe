/** Where to look, beside a ticket and for programs. */
@NullMarked
package dev.qiao.signal.look.web;

import org.jspecify.annotations.NullMarked;
