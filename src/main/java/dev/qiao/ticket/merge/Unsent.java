package dev.qiao.ticket.merge;

import dev.qiao.people.Rights;
import dev.qiao.people.draft.Drafts;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What was being written on a merged ticket, by the names that composer.js and the forms of acts give it: it goes along to the survivor,
 * under what the same person was writing there. Who will not see the survivor finds it where it was.
 *
 * <p>When the merge is taken back it goes back, by these rules ({@link Joining}):
 *
 * <ul>
 *   <li>What nobody touched since stands on both tickets as it stood before.
 *   <li>A draft that came from the merged ticket alone goes back whole, as it stands now.
 *   <li>Where the survivor had words of its own, what stands from the first moved word on goes back, and what was written above stays.
 *   <li>Where the moved words were rewritten beyond recognition, they go back as they were and what stands there stays: rather twice
 *       than not at all.
 *   <li>What was sent or dropped meanwhile has gone, and stays gone.
 * </ul>
 */
@Component
class Unsent {
    private final Drafts drafts;
    private final Rights rights;
    private final Tickets tickets;

    Unsent(Drafts drafts, Rights rights, Tickets tickets) {
        this.drafts = drafts;
        this.rights = rights;
        this.tickets = tickets;
    }

    /** Inside the transaction of the merge. */
    void follow(long number, long into, Instant now) {
        drafts.move(ways(number, into), person -> sees(person, into), Joining.INSTANCE, now);
    }

    /**
     * Inside the transaction that takes the merge back.
     *
     * @param above where it went on, and where that does
     * @param within what goes on in it still: what came through it goes back to it, not further
     */
    void release(long number, Collection<Long> above, Collection<Long> within, Instant now) {
        var homes = new LinkedHashMap<String, String>();
        ways(number, number).keySet().forEach(name -> homes.put(name, name));
        within.forEach(merged -> homes.putAll(ways(merged, number)));
        var where = new LinkedHashSet<String>();
        above.forEach(survivor -> where.addAll(ways(number, survivor).values()));
        drafts.giveBack(homes, where, Joining.INSTANCE, now);
    }

    private static Map<String, String> ways(long number, long into) {
        var ways = new LinkedHashMap<String, String>();
        for (var audience : List.of(Joining.PUBLIC, Joining.INTERNAL)) {
            ways.put("ticket-" + number + audience, "ticket-" + into + audience);
        }
        for (var act : ActForms.NOUNS) ways.put("/tickets/" + number + "/" + act, "/tickets/" + into + "/" + act);
        // The other is asked something else, and may not be over: what was answered, or why it was not, stands there in
        // words.
        ways.put("/tickets/" + number + Joining.ANSWERS, "ticket-" + into + Joining.INTERNAL);
        ways.put(Joining.MINE + number + "/reopening", "ticket-" + into + Joining.PUBLIC);
        return ways;
    }

    boolean sees(long person, long into) {
        return rights.of(person)
                .filter(me -> !tickets.of(List.of(into), me).isEmpty())
                .isPresent();
    }
}
