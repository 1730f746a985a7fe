package dev.qiao.base;

import java.util.Optional;

/** Where the looks of persons are kept. */
public interface Looks {
    Optional<Look> of(long person);

    void keep(long person, Look look);
}
