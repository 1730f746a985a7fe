package dev.qiao.dispatch.web;

import dev.qiao.base.web.Face;
import dev.qiao.dispatch.Decision;

/**
 * A decision with the names that its words need.
 *
 * @param team the name of the team, empty for none
 * @param mine whether it was for the reader
 */
public record WhyLine(Decision decision, String team, Face person, boolean mine) {}
