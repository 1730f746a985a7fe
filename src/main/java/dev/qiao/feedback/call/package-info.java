/** 回访: whom the desk rings up after a ticket is closed, and what they say. */
@NullMarked
@NamedInterface("call")
package dev.qiao.feedback.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
