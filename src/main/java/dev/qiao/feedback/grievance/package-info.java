/** 抱怨: what somebody is unhappy about, in one line; settled in words, or formal when nobody did so in time. */
@NullMarked
@NamedInterface("grievance")
package dev.qiao.feedback.grievance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
