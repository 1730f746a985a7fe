/** 调查: questions to some or all, by rule; how many answer, and what they say. */
@NullMarked
@NamedInterface("survey")
package dev.qiao.feedback.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
