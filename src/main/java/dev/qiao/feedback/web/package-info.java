/** Rating on the pages of a ticket, and over the API. */
@NullMarked
package dev.qiao.feedback.web;

import org.jspecify.annotations.NullMarked;
