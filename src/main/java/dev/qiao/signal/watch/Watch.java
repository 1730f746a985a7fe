package dev.qiao.signal.watch;

/** A rule by which figures are watched. */
public record Watch(long id, int version, WatchDraft draft) {}
