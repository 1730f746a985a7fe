package dev.qiao.base.web.palette;

import dev.qiao.base.web.Finder.Found;
import java.util.List;

/** What one finder found. */
public record Group(String head, List<Found> found) {}
