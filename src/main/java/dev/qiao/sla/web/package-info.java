/** Pages of agreements. */
@NullMarked
package dev.qiao.sla.web;

import org.jspecify.annotations.NullMarked;
