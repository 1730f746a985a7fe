/** The list of calls to make, one key each, and the same for programs. */
@NullMarked
package dev.qiao.feedback.call.web;

import org.jspecify.annotations.NullMarked;
