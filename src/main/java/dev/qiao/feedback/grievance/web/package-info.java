/** Grievances on the page of a ticket, and in the API. */
@NullMarked
package dev.qiao.feedback.grievance.web;

import org.jspecify.annotations.NullMarked;
