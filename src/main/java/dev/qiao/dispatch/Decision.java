package dev.qiao.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a ticket, and why.
 *
 * @param cause what made a decision necessary
 * @param route message key of what chose the team
 * @param rule the name that the rule had then; null where none matched
 * @param team null: nobody is responsible, visibly
 * @param person null: nobody of the team could be asked
 * @param reason what chose the person
 * @param last nobody is left to ask after this one
 */
public record Decision(
        long ticket,
        Instant at,
        Reason cause,
        String route,
        @Nullable String rule,
        @Nullable Long team,
        @Nullable Long person,
        Reason reason,
        boolean last) {}
