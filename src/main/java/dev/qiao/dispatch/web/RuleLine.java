package dev.qiao.dispatch.web;

import dev.qiao.dispatch.Rule;
import java.util.List;

/**
 * A rule as a sentence: what must hold, and where it goes.
 *
 * @param conditions in the reader's words; empty when everything matches
 */
public record RuleLine(Rule rule, List<String> conditions, String team) {}
