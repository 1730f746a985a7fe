package dev.qiao.ticket.merge;

import dev.qiao.people.draft.Carried;
import dev.qiao.people.draft.Carried.Part;
import dev.qiao.people.draft.Joint.Parted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One part of a draft, told apart from the others by its words.
 *
 * @param stands the whole draft as it stands now
 */
record Parting(String into, Map<String, String> stands, Carried carried, int place) {
    /** Which words of a text belong to a part. */
    private record Range(int from, int to) {
        private static final Range NONE = new Range(0, 0);

        String of(String text) {
            return text.substring(from, to).strip();
        }

        String without(String text) {
            return Joining.joined(
                    "\n\n",
                    List.of(text.substring(0, from).strip(), text.substring(to).strip()));
        }
    }

    Parted part() {
        var part = carried.parts().get(place);
        var others = carried.without(place);
        if (stands.equals(Joining.INSTANCE.all(into, carried))) {
            return new Parted(Joining.INSTANCE.all(into, others), part.fields());
        }
        boolean retold = Joining.retold(part.from());
        boolean alone = others.own().isEmpty() && others.parts().isEmpty();
        return alone && !retold ? new Parted(Map.of(), stands) : among(part, others, retold);
    }

    private Parted among(Part part, Carried others, boolean retold) {
        var stays = new LinkedHashMap<>(stands);
        var back = new LinkedHashMap<>(part.fields());
        var moved = words(place);
        var kept = Joining.INSTANCE.all(into, others);
        moved.forEach((field, words) -> {
            if (Joining.WORDS.contains(field)) {
                var text = stands.getOrDefault(field, "");
                var range = retold ? verbatim(text, words) : range(field, words, text);
                var left = range.without(text);
                if (left.isEmpty()) stays.remove(field);
                else stays.put(field, left);
                if (!retold && !range.equals(Range.NONE)) back.put(field, range.of(text));
            } else if (field.equals(Joining.FILES)) {
                stays.put(field, files(stands, kept, moved));
                back.put(field, both(files(stands), files(moved)));
            } else if (!kept.containsKey(field) && stays.containsKey(field)) {
                back.put(field, stays.remove(field));
            }
        });
        back.values().removeIf(String::isEmpty);
        return new Parted(written(stays) ? stays : kept, back);
    }

    /** From its first word, or else from the last word before it, to the next part: what was added in between was added to it. */
    private Range range(String field, String words, String text) {
        var before = near(field, place - 1, -1);
        var after = near(field, place + 1, 1);
        int above = before.isEmpty() ? 0 : text.indexOf(before);
        int begin = above < 0 ? 0 : above + before.length();
        int from = text.indexOf(words, begin);
        if (from < 0 && above < 0) return verbatim(text, words);
        if (from < 0) from = begin;
        int to = after.isEmpty() ? text.length() : text.indexOf(after, from);
        if (to < 0 || text.substring(from, to).isBlank()) return verbatim(text, words);
        return new Range(from, to);
    }

    private static Range verbatim(String text, String words) {
        int from = words.isBlank() ? -1 : text.indexOf(words);
        return from < 0 ? Range.NONE : new Range(from, from + words.length());
    }

    /** The nearest words before or after; place -1 is what stood there by itself. */
    private String near(String field, int from, int step) {
        for (int at = from; at >= -1 && at < carried.parts().size(); at += step) {
            var words = words(at).getOrDefault(field, "");
            if (!words.isBlank()) return words;
        }
        return "";
    }

    private Map<String, String> words(int at) {
        if (at < 0) return carried.own();
        var part = carried.parts().get(at);
        return Joining.INSTANCE.as(part.from(), into, part.fields());
    }

    private static String files(Map<String, String> stands, Map<String, String> kept, Map<String, String> moved) {
        var gone = new LinkedHashSet<>(files(moved));
        gone.removeAll(files(kept));
        return files(stands).stream().filter(file -> !gone.contains(file)).collect(Collectors.joining(" "));
    }

    private static String both(Set<String> one, Set<String> other) {
        var both = new ArrayList<>(one);
        both.retainAll(other);
        return String.join(" ", both);
    }

    private static Set<String> files(Map<String, String> fields) {
        var files = new LinkedHashSet<String>();
        Stream.of(fields.getOrDefault(Joining.FILES, "").split(" "))
                .filter(file -> !file.isEmpty())
                .forEach(files::add);
        return files;
    }

    /** Whether anything is left but what a form says by itself. */
    private static boolean written(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getKey().matches("seen|once|(was|said)\\..*"))
                .anyMatch(field -> !field.getValue().isBlank());
    }
}
