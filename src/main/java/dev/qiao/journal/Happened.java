package dev.qiao.journal;

/** That something happened, for a live page: the page fetches what it may see of it. */
public record Happened(long id, String kind, long subject, Audience audience) {}
