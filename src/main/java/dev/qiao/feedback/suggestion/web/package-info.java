/** Suggestions in the help centre and at the desk, and for programs. */
@NullMarked
package dev.qiao.feedback.suggestion.web;

import org.jspecify.annotations.NullMarked;
