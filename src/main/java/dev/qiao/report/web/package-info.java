/** Targets as a page and for machines. */
@NullMarked
package dev.qiao.report.web;

import org.jspecify.annotations.NullMarked;
