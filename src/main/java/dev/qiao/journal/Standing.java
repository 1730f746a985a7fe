package dev.qiao.journal;

/** Whether a change of the configuration can be taken back, and what stands in the way. */
public sealed interface Standing {
    /** It can be. */
    record Open() implements Standing {}

    /** This entry has taken it back. */
    record Done(long by) implements Standing {}

    /** It was changed again by this entry, which goes back first. */
    record Covered(long by) implements Standing {}

    /** It never can be; why is the key of a text. */
    record Lasting(String why) implements Standing {}
}
