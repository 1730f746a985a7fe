package dev.qiao.people.draft;

import java.util.Map;

/** How what was written in two forms stands in one, and is told apart again: only who makes the forms knows what their fields are. */
public interface Joint {
    /** How the words of one form stand in another; nothing: they stay where they are. */
    Map<String, String> as(String from, String into, Map<String, String> fields);

    /** Of somebody who was writing in both, first what stands there. */
    Map<String, String> both(String into, Map<String, String> there, Map<String, String> moved);

    /**
     * Takes one part out of a form again, though somebody has gone on writing since.
     *
     * @param stands what stands in the form now
     * @param place which part
     */
    Parted apart(String into, Map<String, String> stands, Carried carried, int place);

    /**
     * A form without one of its parts, and that part.
     *
     * @param stays in the form from which it was taken; empty: nothing
     * @param back what goes back, as it stands in the form from which it came
     */
    record Parted(Map<String, String> stays, Map<String, String> back) {}
}
