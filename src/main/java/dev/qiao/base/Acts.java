package dev.qiao.base;

import java.time.Instant;
import java.util.List;

/** Further acts that a room above allows on a subject below, by their nouns ({@code rating}). */
public interface Acts {
    List<String> allowed(String kind, long subject, Me me, Instant now);
}
