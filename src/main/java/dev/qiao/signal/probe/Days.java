package dev.qiao.signal.probe;

import java.util.List;

/** The days of warning as they are stored. */
record Days(List<Integer> days) {}
