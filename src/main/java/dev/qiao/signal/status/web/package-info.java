/** The public pages, and where administrators make them. */
@NullMarked
package dev.qiao.signal.status.web;

import org.jspecify.annotations.NullMarked;
