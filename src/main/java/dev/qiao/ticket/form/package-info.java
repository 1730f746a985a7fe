/** What is asked beside title and words: forms with their versions, and what tickets answer. */
@NullMarked
package dev.qiao.ticket.form;

import org.jspecify.annotations.NullMarked;
