/** 投诉: formal complaints, from their receipt to the written answer and whether it satisfied. */
@NullMarked
@NamedInterface("complaint")
package dev.qiao.feedback.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
