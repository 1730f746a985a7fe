/** Styles, modules and icons of the page frame: brought together, made lean, packed. */
@NullMarked
package dev.qiao.base.web.assets;

import org.jspecify.annotations.NullMarked;
