package dev.qiao.admin.intake;

import dev.qiao.base.Coded;

/** What an update of a ticket can tell, by the names that a mapping uses. */
enum Field implements Coded {
    REF,
    AT,
    BY,
    STATE,
    OPENED_AT,
    ACCEPTED_AT,
    RESOLVED_AT,
    CLOSED_AT,
    KIND,
    TITLE,
    DESCRIPTION,
    CATEGORY,
    SUBCATEGORY,
    REQUESTER,
    REPORTER,
    RESOLVER,
    ORGANIZATION,
    TEAM,
    PERSON,
    IMPACT,
    URGENCY,
    PRIORITY,
    CHANNEL,
    OUTCOME,
    CAUSE,
    SOLUTION,
    REASSIGNMENTS,
    REOPENINGS
}
