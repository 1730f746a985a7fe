package dev.qiao.demo;

/** Where a ticket of the made-up year is to stand in the end. */
enum Fate {
    /** Wherever its life has led it. */
    ANY,
    WAITING,
    WORKING,
    ON_HOLD,
    RESOLVED
}
