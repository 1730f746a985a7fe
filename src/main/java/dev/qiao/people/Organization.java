package dev.qiao.people;

/** A department, or a client outside. */
public record Organization(long id, String code, String name, boolean vip, boolean active, int version) {}
