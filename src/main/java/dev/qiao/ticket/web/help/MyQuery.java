package dev.qiao.ticket.web.help;

import dev.qiao.base.Refused;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.Mark;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of one's own tickets are asked for.
 *
 * @param show one of {@link #SHOWS}; nothing: all
 * @param after where the page before ended
 */
public record MyQuery(
        @Nullable String show, @Nullable String q, @Nullable String after) {
    public static final List<String> SHOWS = List.of("all", "open", "resolved", "closed");

    public String shown() {
        return show == null || !SHOWS.contains(show) ? "all" : show;
    }

    public String typed() {
        return q == null ? "" : q.strip();
    }

    Optional<Long> number() {
        return typed().matches("[1-9]\\d{0,17}") ? Optional.of(Long.parseLong(typed())) : Optional.empty();
    }

    Filter filter() {
        var mine = Filter.of(View.REPORTED).words(typed().isEmpty() ? null : typed());
        return switch (shown()) {
            case "open" -> mine.stages(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD);
            case "resolved" -> mine.stages(Stage.Name.RESOLVED);
            case "closed" -> mine.stages(Stage.Name.CLOSED);
            default -> mine;
        };
    }

    @Nullable
    Mark mark() {
        if (after == null) return null;
        var parts = after.split("_", 2);
        try {
            return new Mark(
                    parts.length < 2 || parts[1].isEmpty() ? null : Instant.parse(parts[1]), Long.parseLong(parts[0]));
        } catch (NumberFormatException | DateTimeException _) {
            throw Refused.malformed("after", "base.bad_cursor");
        }
    }

    /** The same list from there on. */
    String from(Mark mark) {
        return address(shown()) + "&after=" + mark.number() + "_" + (mark.at() == null ? "" : mark.at());
    }

    /** What is typed stays when another part of the list is chosen. */
    public String address(String other) {
        return "/my?show=" + other
                + (typed().isEmpty() ? "" : "&q=" + URLEncoder.encode(typed(), StandardCharsets.UTF_8));
    }
}
