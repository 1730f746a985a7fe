package dev.qiao.base;

import java.time.ZoneId;
import java.util.Locale;

/** What an administrator has chosen for the whole desk, contributed by the room that keeps it. */
public interface Preferences {
    /** How its owner calls the desk; empty: as the language has it. */
    String deskName();

    /** For readers who have not said which they read, in a browser that does not either. */
    Locale language();

    /** For readers whose zone is not known, and for dates that name none. */
    ZoneId zone();

    /** Whether who is not signed in may read what can be asked here. */
    boolean openCatalogue();
}
