package dev.qiao.base;

/** How the API speaks of another thing: in by code, out by code and name. */
public record Ref(String code, String name) {}
