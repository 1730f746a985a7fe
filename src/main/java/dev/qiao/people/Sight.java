package dev.qiao.people;

import dev.qiao.base.Coded;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows somebody may see, as SQL over any table that has {@code organization_id, team_id, requester_id, restricted} and a key.
 * Requesters see their own, engineers also their teams', some all; of restricted rows only those in which they take part.
 */
public record Sight(long person, Set<Long> teams, boolean all) {

    /** The column with the people for whom rows are counted. */
    public static final String SEER = "seer.person";

    /** By which of the {@link #branches} a row is seen. */
    public enum Way implements Coded {
        EVERYTHING,
        OWN,
        TEAM,
        TAKES_PART,
        ALL,
        RESTRICTED
    }

    /** What this person may see. */
    public static Sight of(Me me) {
        return new Sight(
                me.id(),
                me.may(Permission.TICKET_WORK) ? me.teams() : Set.of(),
                me.machine() || me.may(Permission.TICKET_SEE_ALL));
    }

    /**
     * Conditions of which each visible row meets exactly one: a list is their {@code union all}, each with its own order and limit.
     * Values are bound by {@link #bind}.
     *
     * @param alias of the table in the statement
     * @param kind of the subject, as participants know it
     */
    public List<String> branches(String alias, String kind, String keyColumn) {
        if (person == 0) return List.of("true");
        var own = alias + ".requester_id = :sight_person";
        var others = alias + ".requester_id is distinct from :sight_person";
        var theirs = takesPart(alias, kind, keyColumn);
        if (all) {
            return List.of("not " + alias + ".restricted", alias + ".restricted and (" + own + " or " + theirs + ")");
        }
        if (teams.isEmpty()) return List.of(own, others + " and " + theirs);
        var team = "not " + alias + ".restricted and " + alias + ".team_id = any(:sight_teams::bigint[])";
        return List.of(own, others + " and " + team, others + " and " + theirs + " and (" + team + ") is not true");
    }

    /** Everybody with the same one sees the rows of {@link #shared}. */
    public record Common(Set<Long> teams, boolean all) {}

    public Common common() {
        return new Common(all ? Set.of() : teams, all);
    }

    /** The part of the rows in sight that does not depend on the person, so that it can be counted once for many. */
    public String shared(String alias) {
        if (person == 0) return "true";
        if (all) return "not " + alias + ".restricted";
        return teams.isEmpty()
                ? "false"
                : "not " + alias + ".restricted and " + alias + ".team_id = any(:sight_teams::bigint[])";
    }

    /** The rest: what each of those with the same {@link #common}, whom {@link #SEER} goes through, sees beyond {@link #shared}. */
    public String personal(String alias, String kind, String keyColumn) {
        if (person == 0) return "false";
        var theirs = alias + ".requester_id = :sight_person or " + takesPart(alias, kind, keyColumn);
        return "(" + theirs.replace(":sight_person", SEER) + ") and (" + shared(alias) + ") is not true";
    }

    /** What each of the branches means, in their order. */
    public List<Way> ways() {
        if (person == 0) return List.of(Way.EVERYTHING);
        if (all) return List.of(Way.ALL, Way.RESTRICTED);
        return teams.isEmpty() ? List.of(Way.OWN, Way.TAKES_PART) : List.of(Way.OWN, Way.TEAM, Way.TAKES_PART);
    }

    /** The same as one condition, for a row whose key is known. */
    public String condition(String alias, String kind, String keyColumn) {
        return "((" + String.join(") or (", branches(alias, kind, keyColumn)) + "))";
    }

    /** The same of a row that was read already, so that many people are asked about one row without a query for each. */
    public boolean sees(long requester, @Nullable Long team, boolean restricted, boolean takesPart) {
        if (person == 0 || person == requester || takesPart) return true;
        return !restricted && (all || (team != null && teams.contains(team)));
    }

    public Db.Query bind(Db.Query query) {
        if (person == 0) return query;
        query.bind("sight_person", person);
        return all || teams.isEmpty() ? query : query.bind("sight_teams", teams);
    }

    private static String takesPart(String alias, String kind, String keyColumn) {
        if (!kind.matches("[a-z_]+")) throw new IllegalArgumentException(kind);
        return """
                %s.%s in (select sight.subject from people.participant sight \
                where sight.person_id = :sight_person and sight.kind = '%s')""".formatted(alias, keyColumn, kind);
    }
}
