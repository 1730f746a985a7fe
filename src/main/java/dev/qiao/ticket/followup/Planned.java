package dev.qiao.ticket.followup;

import dev.qiao.base.Me;
import dev.qiao.ticket.Queue.Narrowing;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What its reader wants to look at again in some time, beside what a list asks for already.
 *
 * @param rest null: nothing
 */
record Planned(Instant from, Instant to, @Nullable Narrowing rest) implements Narrowing {
    @Override
    public String condition(Me me, Instant now) {
        var planned = """
                t.number in (select number from ticket.follow_up
                              where person_id = :planner and removed_at is null
                                and due_at >= :planned_from::timestamptz and due_at < :planned_to::timestamptz)
                """;
        return rest == null ? planned : planned + " and (" + rest.condition(me, now) + ")";
    }

    @Override
    public Map<String, Object> values(Me me, Instant now) {
        var values = new HashMap<String, Object>(Map.of("planner", me.id(), "planned_from", from, "planned_to", to));
        if (rest != null) values.putAll(rest.values(me, now));
        return values;
    }
}
