package dev.qiao.signal.rule.web;

import dev.qiao.signal.rule.AlertRule;
import java.util.List;

/**
 * A rule as it is read in the list.
 *
 * @param effects in the reader's words
 */
public record AlertRuleLine(AlertRule rule, List<String> effects) {}
