package dev.qiao.sla;

/** Anything that something can be promised about: its kind and its number there. */
record Subject(String kind, long number) {}
