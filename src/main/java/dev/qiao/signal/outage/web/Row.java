package dev.qiao.signal.outage.web;

import dev.qiao.asset.Service;
import java.util.List;

/** A service with its months. */
public record Row(Service service, List<Cell> cells) {}
