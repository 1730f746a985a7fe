/** The map of services as a page, and for programs. */
@NullMarked
package dev.qiao.signal.map.web;

import org.jspecify.annotations.NullMarked;
