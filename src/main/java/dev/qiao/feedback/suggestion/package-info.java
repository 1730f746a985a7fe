/** 建议: what people wish for, how many of them, and what the desk says to it. */
@NullMarked
@NamedInterface("suggestion")
package dev.qiao.feedback.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
