package dev.qiao.people.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What of a draft was begun in other forms and went along into this one, so that it finds its way back.
 *
 * @param own what stood in this form before anything came; empty: nothing
 * @param parts what came, in the order in which it came
 */
public record Carried(Map<String, String> own, List<Part> parts) {
    /**
     * What came from one form.
     *
     * @param from the name of the form in which it was begun
     * @param fields as they stood there
     */
    public record Part(String from, Map<String, String> fields) {}

    Carried with(List<Part> more) {
        var all = new ArrayList<>(parts);
        all.addAll(more);
        return new Carried(own, List.copyOf(all));
    }

    /** Without that part. */
    public Carried without(int place) {
        var left = new ArrayList<>(parts);
        left.remove(place);
        return new Carried(own, List.copyOf(left));
    }
}
