package dev.qiao.base;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * Who acts: a person with the rights of this request (a token may have fewer than its owner), or Qiao itself.
 *
 * @param id the person's number; 0 is Qiao itself
 * @param organization the person's organization; 0 for none
 * @param looks whether this request may change nothing, such as one with a token that only reads
 */
public record Me(
        long id,
        String login,
        String name,
        long organization,
        Set<Long> teams,
        Set<Permission> permissions,
        Locale language,
        ZoneId zone,
        Origin origin,
        boolean looks) {

    public Me(
            long id,
            String login,
            String name,
            long organization,
            Set<Long> teams,
            Set<Permission> permissions,
            Locale language,
            ZoneId zone,
            Origin origin) {
        this(id, login, name, organization, teams, permissions, language, zone, origin, false);
    }

    /** The same person, who may only look. */
    public Me looking() {
        return new Me(id, login, name, organization, teams, permissions, language, zone, origin, true);
    }

    /** The desk itself: timers, readers, imports. */
    public static final Me QIAO = machine(Origin.LIVE);

    /** Qiao itself, doing what follows from such entries. */
    public static Me machine(Origin origin) {
        return new Me(
                0,
                "qiao",
                "Qiao",
                0,
                Set.of(),
                Set.of(Permission.values()),
                Locale.SIMPLIFIED_CHINESE,
                ZoneId.of("Asia/Shanghai"),
                origin);
    }

    /** Whether nobody does this: a timer or a reader. */
    public boolean machine() {
        return id == 0;
    }

    /** Whether one of this person's roles gives it. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /**
     * Whether this person works here: on tickets, or with sight of all of them. That alone decides who reads internal words, is told
     * of them live, sees who else is there, and keeps views. Reading the audit does not: it shows its entries on its own pages.
     */
    public boolean worksHere() {
        return may(Permission.TICKET_WORK) || may(Permission.TICKET_SEE_ALL);
    }

    /** Errors: forbidden, naming the permission that is missing. */
    public void must(Permission permission) {
        if (!may(permission)) throw Refused.forbidden("base.missing_permission", permission.code());
    }

    /** Whether this person belongs to the team or leads it. */
    public boolean in(long team) {
        return teams.contains(team);
    }

    /** The same person, whose acts are recorded as such. */
    public Me as(Origin origin) {
        return new Me(id, login, name, organization, teams, permissions, language, zone, origin, looks);
    }
}
