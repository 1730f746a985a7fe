package dev.qiao.people.totp;

import dev.qiao.journal.Facts;

/** What the journal says of second factors. */
public sealed interface FactorFacts extends Facts {
    record FactorSetUp() implements FactorFacts {}

    /** By its owner, with a code of it. */
    record FactorRemoved() implements FactorFacts {}

    /** By an administrator: its owner has lost it. */
    record FactorReset() implements FactorFacts {}

    /**
     * Somebody came in with a code from paper.
     *
     * @param left how many codes on paper are left
     */
    record FactorRecovered(int left) implements FactorFacts {}
}
