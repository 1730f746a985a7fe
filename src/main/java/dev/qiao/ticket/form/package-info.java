/** What is asked beside title and words: forms with their versions, and what tickets answer. */
@NullMarked
@NamedInterface("form")
package dev.qiao.ticket.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
