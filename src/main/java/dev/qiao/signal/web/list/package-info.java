/** The list of what machines find wrong. */
@NullMarked
package dev.qiao.signal.web.list;

import org.jspecify.annotations.NullMarked;
