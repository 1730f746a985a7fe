/** What every page and every route of the API shares. */
@NullMarked
@NamedInterface("web")
package dev.qiao.base.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
