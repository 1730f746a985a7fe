package dev.qiao.ticket.form;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What answers speak of, looked up before they are checked. */
public interface Lookup {
    /** Knows nobody and nothing. */
    Lookup NOTHING = new Lookup() {
        @Override
        public @Nullable Long person(String code) {
            return null;
        }

        @Override
        public @Nullable Long service(String code) {
            return null;
        }

        @Override
        public boolean file(UUID id) {
            return false;
        }
    };

    /** Whom this person may name by this login, or by the number of somebody who has none; else null. */
    @Nullable
    Long person(String code);

    /** A service that can be named; else null. */
    @Nullable
    Long service(String code);

    /** Whether this person may hand over this file here. */
    boolean file(UUID id);

    /** Whether this day was answered before: it was right when it was said, and stays sayable. */
    default boolean day(LocalDate date) {
        return false;
    }
}
