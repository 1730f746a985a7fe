package dev.qiao.sla;

import dev.qiao.base.web.Lang;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a span of a clock began. */
public sealed interface Began {
    record Opened() implements Began {}

    record Prioritised(String from, String to) implements Began {}

    /** Another agreement, by their names. */
    record Agreed(String from, String to) implements Began {}

    /** The same agreement as it was worded anew. */
    record Reworded(String agreement, int version) implements Began {}

    /** By the codes of the calendars. */
    record Rescheduled(String from, String to) implements Began {}

    /**
     * The ticket was put on hold.
     *
     * @param counts the agreement does not wait for this, so the clock runs on
     */
    record Held(String reason, boolean counts) implements Began {}

    record Resumed() implements Began {}

    record Reopened() implements Began {}

    /** The calendar counts from here on. */
    record Working() implements Began {}

    /** The word for it in the API. */
    default String code() {
        return switch (this) {
            case Opened _ -> "opened";
            case Prioritised _ -> "priority";
            case Agreed _ -> "agreement";
            case Reworded _ -> "version";
            case Rescheduled _ -> "calendar";
            case Held _ -> "hold";
            case Resumed _ -> "resume";
            case Reopened _ -> "reopen";
            case Working _ -> "working_time";
        };
    }

    /** In words; empty where the span itself says it. */
    default Optional<String> words(Lang lang) {
        return switch (this) {
            case Opened _ -> Optional.of(lang.t("sla.began.opened"));
            case Prioritised(var from, var to) ->
                Optional.of(lang.t("sla.began.priority", lang.t("sla.priority." + from), lang.t("sla.priority." + to)));
            case Agreed(var from, var to) -> Optional.of(lang.t("sla.began.agreement", from, to));
            case Reworded(var agreement, int version) ->
                Optional.of(lang.t("sla.began.version", agreement, Integer.toString(version)));
            case Rescheduled(var from, var to) -> Optional.of(lang.t("sla.began.calendar", from, to));
            case Held(var reason, boolean counts) ->
                counts ? Optional.of(lang.t("sla.began.held_on", lang.t("sla.reason." + reason))) : Optional.empty();
            case Resumed _ -> Optional.of(lang.t("sla.began.resumed"));
            case Reopened _ -> Optional.of(lang.t("sla.began.reopened"));
            case Working _ -> Optional.of(lang.t("sla.began.working"));
        };
    }

    /** Several in words, in the order in which they happened; empty where the span says it all. */
    static String words(List<Began> all, Lang lang) {
        return all.stream()
                .flatMap(one -> one.words(lang).stream())
                .collect(Collectors.joining(lang.t("sla.began.and")));
    }

    /** What changed between these terms and priorities. */
    static List<Began> between(Terms before, String priority, Terms after, String newPriority) {
        var began = new ArrayList<Began>();
        if (!before.agreement().equals(after.agreement())) began.add(new Agreed(before.name(), after.name()));
        else if (before.version() != after.version()) began.add(new Reworded(after.name(), after.version()));
        if (!before.calendar().equals(after.calendar())) {
            began.add(new Rescheduled(before.calendar(), after.calendar()));
        }
        if (!priority.equals(newPriority)) began.add(new Prioritised(priority, newPriority));
        return began.isEmpty() ? List.of(new Reworded(after.name(), after.version())) : began;
    }
}
