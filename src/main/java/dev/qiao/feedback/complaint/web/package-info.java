/** Complaints for the desk, for whoever made them, and for programs. */
@NullMarked
package dev.qiao.feedback.complaint.web;

import org.jspecify.annotations.NullMarked;
