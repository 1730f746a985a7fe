package dev.qiao.asset.web;

import dev.qiao.asset.Service;

/**
 * A service on the page of another.
 *
 * @param depth over how many links it is reached
 */
public record Neighbour(Service service, int depth) {}
