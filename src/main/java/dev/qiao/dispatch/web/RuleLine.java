package dev.qiao.dispatch.web;

import dev.qiao.dispatch.Rule;
import java.util.List;

/**
 * A rule as a sentence: what must hold, and where it goes.
 *
 * @param conditions in the reader's words; empty when everything matches
 * @param works whether the team does: what matches goes past a rule for one that is retired
 */
public record RuleLine(Rule rule, List<String> conditions, String team, boolean works) {}
