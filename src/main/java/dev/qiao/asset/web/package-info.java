/** Pages and API of services. */
@NullMarked
package dev.qiao.asset.web;

import org.jspecify.annotations.NullMarked;
