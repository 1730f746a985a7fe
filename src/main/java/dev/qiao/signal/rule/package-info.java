/** What the desk makes of alerts: an ordered list of rules, and the conditions that they and silences are written in. */
@NullMarked
@NamedInterface("rule")
package dev.qiao.signal.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
