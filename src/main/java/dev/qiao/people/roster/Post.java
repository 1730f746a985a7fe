package dev.qiao.people.roster;

import org.jspecify.annotations.Nullable;

/**
 * A place that is filled, or should be.
 *
 * @param layer null for who stands besides all layers, and for hours in which nobody is planned at all
 * @param person null: nobody is there
 * @param instead in whose place the person stands; of a gap, who is missing
 */
public record Post(
        @Nullable Long layer,
        @Nullable Long person,
        @Nullable Long instead) {
    public boolean gap() {
        return person == null;
    }
}
