package dev.qiao.base.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requester's way over: received, accepted, being worked on, restored.
 *
 * @param stops four of them
 * @param here the last one reached, from 0
 */
public record Crossing(List<Stop> stops, int here) {
    private static final int[] PLACES = {0, 32, 66, 98};

    /** One stop: its word, and when it was or will be reached. */
    public record Stop(String word, @Nullable String when) {}

    public Crossing {
        stops = List.copyOf(stops);
        if (stops.size() != PLACES.length) throw new IllegalArgumentException("a crossing has four stops");
    }

    public String place(int stop) {
        return PLACES[stop] + "%";
    }

    public String middle(int span) {
        return (PLACES[span] + PLACES[span + 1]) / 2.0 + "%";
    }

    public String width(int span) {
        return PLACES[span + 1] - PLACES[span] + "%";
    }

    public String arch(int span) {
        return (PLACES[span + 1] - PLACES[span]) * 0.39 + "%";
    }

    public boolean done(int span) {
        return span < here;
    }

    public boolean arrived() {
        return here == PLACES.length - 1;
    }

    /** Everything in one sentence, for those who listen. */
    public String aloud(Lang lang) {
        var reached = stops.subList(0, here + 1).stream()
                .map(stop -> stop.when() == null ? stop.word() : stop.word() + " " + stop.when())
                .toList();
        return lang.t("base.crossing", String.join(lang.t("base.comma"), reached));
    }
}
