/** Comments by theme, and where themes are listed. */
@NullMarked
package dev.qiao.feedback.theme.web;

import org.jspecify.annotations.NullMarked;
