package dev.qiao.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a ticket, and why.
 *
 * @param cause what made a decision necessary
 * @param route message key of what chose the team
 * @param rule the name that the rule had then; null where none matched
 * @param ruleId the rule, which may be gone since
 * @param team null: nobody is responsible, visibly
 * @param person null: nobody of the team could be asked
 * @param steps how the choice narrowed
 * @param reason what chose the person
 * @param last nobody is left to ask after this one
 * @param acceptBy until when the person may accept before the next is asked; null where it was offered to nobody
 */
public record Decision(
        long ticket,
        Instant at,
        Reason cause,
        String route,
        @Nullable String rule,
        @Nullable Long ruleId,
        @Nullable Long team,
        @Nullable Long person,
        List<Reason> steps,
        Reason reason,
        boolean last,
        @Nullable Instant acceptBy) {}
