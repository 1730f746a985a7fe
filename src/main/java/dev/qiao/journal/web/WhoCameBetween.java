package dev.qiao.journal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Refused.Between;
import dev.qiao.journal.Mark;
import dev.qiao.journal.Quicker;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A form says what it is about beside what it showed ({@code part/opened.jte}): so it can be said who was quicker, and when. */
@Component
class WhoCameBetween implements Between {
    /** Instead of a code: for a form about all of a kind. */
    private static final String ALL = "*";

    private final Quicker quicker;

    WhoCameBetween(Quicker quicker) {
        this.quicker = quicker;
    }

    @Override
    public Optional<Change> who(Map<String, String[]> sent, Me me) {
        var about = first(sent, "about");
        if (about == null || about.indexOf(' ') < 0) return Optional.empty();
        var thing = about.split(" ", 2);
        return Mark.read(first(sent, "opened"))
                .flatMap(seen -> quicker.than(seen, thing[0], thing[1].equals(ALL) ? null : thing[1], me));
    }

    private static @Nullable String first(Map<String, String[]> sent, String name) {
        var values = sent.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }
}
