package dev.qiao.base.web;

/** One entry of a {@code select}: what is sent and what is read. */
public record Choice(String value, String label) {}
