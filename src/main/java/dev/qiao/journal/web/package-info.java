/** The stream that open pages follow. */
@NullMarked
package dev.qiao.journal.web;

import org.jspecify.annotations.NullMarked;
