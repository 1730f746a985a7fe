package dev.qiao.people;

import java.time.Instant;

/** Somebody who takes part in a subject (watches it, is named in it, reported it for another) and so sees it. */
public record Participant(String kind, long subject, long person, String role, Instant since) {}
