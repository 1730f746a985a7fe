package dev.qiao.signal.outage.web;

/**
 * One month of a service.
 *
 * @param month as it is written in an address: 2026-11
 * @param percent in the reader's way; a dash where the service was never to be there
 * @param state kept, missed, or none
 */
public record Cell(String month, String percent, String state) {}
