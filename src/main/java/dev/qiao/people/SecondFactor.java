package dev.qiao.people;

import java.time.Instant;

/** What somebody shows besides the password. */
public interface SecondFactor {
    /** Whether this person is asked for it: they have set one up, or one of their roles demands it. */
    boolean asks(long person);

    /** Begins to set one up, if there is none. */
    void begin(long person);

    /** Errors: a wrong code, one that was shown before, too many tries. A first good code sets up what was begun. */
    void show(long person, String code, Instant now);
}
