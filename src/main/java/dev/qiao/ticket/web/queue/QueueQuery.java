package dev.qiao.ticket.web.queue;

import dev.qiao.ticket.Queue.Mark;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.SavedView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list that somebody asked for: what it shows, under which saved name, and from where on.
 *
 * @param saved the saved view that it is, or from which it was changed
 * @param mark where the page before ended; null on the first
 * @param under the head under which the page before ended
 * @param place the page that shows it: {@code /tickets}, or the same as a board or as a calendar
 * @param aside what stands in the address of that page besides; empty: nothing
 */
public record QueueQuery(
        Lens lens, @Nullable SavedView saved, @Nullable Mark mark, String under, String place, String aside) {
    static final String LIST = "/tickets";

    /** The same list on another page. */
    public QueueQuery at(String otherPlace, String otherAside) {
        return new QueueQuery(lens, saved, mark, under, otherPlace, otherAside);
    }

    /** Whether it shows something else than the view under this name. */
    public boolean changed() {
        return saved != null && !saved.address().equals(lens.address());
    }

    /** The address of the same list with another lens. */
    public String path(Lens other) {
        var address = other.address();
        if (saved == null) return placed(address);
        if (address.equals(saved.address())) return placed("saved=" + saved.id());
        return placed((address.isEmpty() ? "view=open" : address) + "&saved=" + saved.id());
    }

    /** This address of a list on the page that shows this one. */
    String placed(String address) {
        var all = Stream.of(aside, address).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return all.isEmpty() ? place : place + "?" + all;
    }

    public String path() {
        return path(lens);
    }

    /** The same list from there on. */
    public String path(Mark next) {
        var path = path();
        var at = next.at() == null ? "" : next.at().toString();
        return path + (path.contains("?") ? "&" : "?") + "after="
                + URLEncoder.encode(next.number() + "_" + at + "_" + next.group(), StandardCharsets.UTF_8);
    }

    /** An address with everything written out, which shows others the same without the saved view. */
    public String whole() {
        var address = lens.address();
        return address.isEmpty() ? "/tickets" : "/tickets?" + address;
    }

    /** A mark that nobody can read begins the list anew. */
    static @Nullable Mark mark(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        var parts = text.split("_", -1);
        try {
            var at = parts.length < 2 || parts[1].isEmpty() ? null : Instant.parse(parts[1]);
            return new Mark(parts.length < 3 ? 0 : Long.parseLong(parts[2]), at, Long.parseLong(parts[0]));
        } catch (NumberFormatException | DateTimeException _) {
            return null;
        }
    }

    static @Nullable String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
