package dev.qiao.people.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A post from one moment to another, without a break. */
public record Shift(Instant from, Instant to, Post post) {
    public boolean gap() {
        return post.gap();
    }

    public @Nullable Long person() {
        return post.person();
    }

    public boolean of(long person) {
        return post.person() != null && post.person() == person;
    }
}
