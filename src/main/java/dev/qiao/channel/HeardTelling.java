package dev.qiao.channel;

import dev.qiao.channel.NoticeSql.Told;
import dev.qiao.feedback.complaint.ComplaintFacts.ComplaintAnswered;
import dev.qiao.feedback.complaint.ComplaintFacts.ComplaintConcluded;
import dev.qiao.feedback.complaint.ComplaintFacts.ComplaintGiven;
import dev.qiao.feedback.complaint.ComplaintFacts.ComplaintJudged;
import dev.qiao.feedback.complaint.ComplaintFacts.ComplaintReceived;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.feedback.suggestion.SuggestionFacts.SuggestionAnswered;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is told what of complaints and suggestions: leaders at once, who handles them, and whoever spoke what they are answered. */
final class HeardTelling {
    /** Those whose reader complained. */
    static final Set<String> ANSWERS = Set.of("channel.complaint_answered", "channel.complaint_concluded");

    private static final Set<String> FOLLOWED = Stream.concat(
                    Stream.of(
                                    ComplaintReceived.class,
                                    ComplaintGiven.class,
                                    ComplaintAnswered.class,
                                    ComplaintConcluded.class,
                                    ComplaintJudged.class)
                            .map(Facts::act),
                    Stream.of("clock.breached"))
            .collect(Collectors.toUnmodifiableSet());

    private HeardTelling() {}

    static boolean concerns(Recorded entry) {
        return entry.is(SuggestionAnswered.class)
                || (entry.kind().equals(Complaints.KIND) && FOLLOWED.contains(entry.act()));
    }

    static List<Told> of(Recorded entry, Complaints complaints) {
        var told = new ArrayList<Told>();
        if (entry.is(ComplaintReceived.class)) {
            var received = entry.as(ComplaintReceived.class);
            var key = received.grievance() == null ? "channel.complaint_received" : "channel.grievance_raised";
            received.leaders().forEach(leader -> tell(told, entry, leader, key));
        } else if (entry.is(ComplaintGiven.class)) {
            tell(told, entry, entry.as(ComplaintGiven.class).handler(), "channel.complaint_given");
        } else if (entry.is(ComplaintAnswered.class)) {
            tell(told, entry, entry.as(ComplaintAnswered.class).complainer(), "channel.complaint_answered");
        } else if (entry.is(ComplaintConcluded.class)) {
            tell(told, entry, entry.as(ComplaintConcluded.class).complainer(), "channel.complaint_concluded");
        } else if (entry.is(SuggestionAnswered.class)) {
            tell(told, entry, entry.as(SuggestionAnswered.class).by(), "channel.suggestion_answered");
        } else if (entry.is(ComplaintJudged.class)) {
            var judged = entry.as(ComplaintJudged.class);
            tell(
                    told,
                    entry,
                    judged.handler(),
                    judged.satisfied() ? "channel.complaint_kept" : "channel.complaint_missed");
        } else {
            complaints.hands(entry.subject()).forEach(person -> tell(told, entry, person, "channel.complaint_late"));
        }
        return told;
    }

    private static void tell(List<Told> told, Recorded entry, @Nullable Long person, String key) {
        if (person != null && person != entry.actor()) told.add(new Told(entry, person, key, List.of()));
    }
}
