package dev.qiao.base;

/** What a role can allow. A right is checked inside the verb, never by its callers. */
public enum Permission implements Coded {
    /** Report for oneself, follow, answer, confirm, rate. */
    REQUEST,
    /** Work on the tickets in sight: accept, hold, resolve, note, report for somebody else. */
    TICKET_WORK,
    /** Assign anybody anything in sight. */
    TICKET_DISPATCH,
    /** See every ticket that is not restricted. */
    TICKET_SEE_ALL,
    /** Make a ticket restricted, and name who sees it. */
    TICKET_RESTRICT,
    /** See targets and their figures. */
    REPORT_SEE,
    /** Change services, categories, agreements, calendars, dispatch rules, targets. */
    DESK_CONFIGURE,
    /** Change persons, organizations, teams, rosters; invite and reset. */
    PEOPLE_EDIT,
    /** Change roles and settings. */
    ADMIN,
    /** Read the audit. */
    AUDIT_SEE
}
