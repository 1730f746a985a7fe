package dev.qiao.channel;

import dev.qiao.channel.NoticeSql.Told;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Recorded;
import dev.qiao.people.roster.RosterFacts.CoverDropped;
import dev.qiao.people.roster.RosterFacts.CoverTaken;
import dev.qiao.people.roster.RosterFacts.GapsFound;
import dev.qiao.people.roster.RosterFacts.LeaveDropped;
import dev.qiao.people.roster.RosterFacts.LeaveEntered;
import dev.qiao.people.roster.RosterFacts.SwapAccepted;
import dev.qiao.people.roster.RosterFacts.SwapAsked;
import dev.qiao.people.roster.RosterFacts.SwapCalledOff;
import dev.qiao.people.roster.RosterFacts.SwapRefused;
import dev.qiao.people.roster.RosterFacts.SwapReinstated;
import dev.qiao.people.roster.RosterFacts.SwapWithdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what of rosters: swaps and standing in to both whom they concern, leave to who is away, gaps to whom they name. Nobody of
 * what they did.
 */
final class RosterTelling {
    private static final Set<String> FOLLOWED = Stream.of(
                    SwapAsked.class,
                    SwapAccepted.class,
                    SwapRefused.class,
                    SwapWithdrawn.class,
                    SwapCalledOff.class,
                    SwapReinstated.class,
                    CoverTaken.class,
                    CoverDropped.class,
                    LeaveEntered.class,
                    LeaveDropped.class,
                    GapsFound.class)
            .map(Facts::act)
            .collect(Collectors.toUnmodifiableSet());

    private RosterTelling() {}

    static boolean concerns(Recorded entry) {
        return FOLLOWED.contains(entry.act());
    }

    /** @param team the name of a team */
    static List<Told> of(Recorded entry, LongFunction<String> team) {
        var told = new ArrayList<Told>();
        if (entry.is(LeaveEntered.class) || entry.is(LeaveDropped.class)) {
            var key = entry.is(LeaveEntered.class) ? "channel.leave_entered" : "channel.leave_dropped";
            tell(told, entry, entry.subject(), key);
            return told;
        }
        var name = team.apply(entry.subject());
        if (entry.is(SwapAsked.class)) {
            tell(told, entry, entry.as(SwapAsked.class).asked(), "channel.swap_asked", name);
        } else if (entry.is(SwapAccepted.class)) {
            tell(told, entry, entry.as(SwapAccepted.class).asker(), "channel.swap_accepted", name);
        } else if (entry.is(SwapRefused.class)) {
            tell(told, entry, entry.as(SwapRefused.class).asker(), "channel.swap_refused", name);
        } else if (entry.is(SwapWithdrawn.class)) {
            tell(told, entry, entry.as(SwapWithdrawn.class).asked(), "channel.swap_withdrawn", name);
        } else if (entry.is(SwapCalledOff.class)) {
            var swap = entry.as(SwapCalledOff.class);
            tell(told, entry, swap.asker(), "channel.swap_called_off", name);
            tell(told, entry, swap.asked(), "channel.swap_called_off", name);
        } else if (entry.is(SwapReinstated.class)) {
            var swap = entry.as(SwapReinstated.class);
            tell(told, entry, swap.asker(), "channel.swap_reinstated", name);
            tell(told, entry, swap.asked(), "channel.swap_reinstated", name);
        } else if (entry.is(CoverTaken.class)) {
            var cover = entry.as(CoverTaken.class);
            tell(told, entry, cover.person(), "channel.stands_in", name);
            tell(told, entry, cover.instead(), "channel.stood_in_for", name);
        } else if (entry.is(CoverDropped.class)) {
            var cover = entry.as(CoverDropped.class);
            tell(told, entry, cover.person(), "channel.stands_in_no_more", name);
            tell(told, entry, cover.instead(), "channel.stood_in_for_no_more", name);
        } else {
            var gaps = entry.as(GapsFound.class);
            tell(told, entry, gaps.person(), "channel.gaps_found", name, gaps.count());
        }
        return told;
    }

    private static void tell(List<Told> told, Recorded entry, @Nullable Long person, String key, Object... arguments) {
        if (person == null || person == entry.actor()) return;
        told.add(new Told(entry, person, key, List.of(arguments)));
    }
}
