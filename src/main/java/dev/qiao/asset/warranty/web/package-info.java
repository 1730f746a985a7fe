/** Pages and API of warranties. */
@NullMarked
package dev.qiao.asset.warranty.web;

import org.jspecify.annotations.NullMarked;
