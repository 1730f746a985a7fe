package dev.qiao.sla;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.sla.ladder.Mark;
import dev.qiao.sla.ladder.Rung;
import dev.qiao.sla.ladder.Rung.Whom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The tables of agreements. */
@Component
class AgreementSql {
    record Named(long id, String code, String name, boolean standard) {}

    record ChangedLadder(String agreement, Instant at) {}

    record Version(long id, long agreement, int version, Offer offer) {}

    private record Budget(String metric, String priority, long seconds) {}

    private record Pause(String metric, String reason) {}

    private final Db db;

    AgreementSql(Db db) {
        this.db = db;
    }

    long revision() {
        return db.sql("select value from sla.revision").one(row -> row.number("value"));
    }

    /** Changes wait for each other here. */
    long nextRevision() {
        return db.sql("update sla.revision set value = value + 1 returning value")
                .one(row -> row.number("value"));
    }

    /** Open clocks of this agreement still hang on the ladder that it had until then. */
    void ladderChanged(long agreement, Instant at) {
        db.sql("update sla.agreement set ladder_changed_at = :at where id = :agreement")
                .bind("at", at)
                .bind("agreement", agreement)
                .updateOne();
    }

    List<ChangedLadder> changedLadders() {
        return db.sql(
                        "select code, ladder_changed_at from sla.agreement where ladder_changed_at is not null order by id limit 100")
                .list(row -> new ChangedLadder(row.text("code"), row.instant("ladder_changed_at")));
    }

    /** Unless it was changed again. */
    void ladderHangs(ChangedLadder changed) {
        db.sql("update sla.agreement set ladder_changed_at = null where code = :code and ladder_changed_at = :at")
                .bind("code", changed.agreement())
                .bind("at", changed.at())
                .update();
    }

    List<Named> agreements() {
        return db.sql("select id, code, name, standard from sla.agreement order by id limit 1000")
                .list(row -> new Named(row.number("id"), row.text("code"), row.text("name"), row.yes("standard")));
    }

    List<Version> versions() {
        var budgets = new HashMap<Long, Map<Metric, Map<String, Duration>>>();
        db.sql("select terms, metric, priority, seconds from sla.budget")
                .list(row -> budgets.computeIfAbsent(row.number("terms"), _ -> new EnumMap<>(Metric.class))
                        .computeIfAbsent(row.word("metric", Metric.class), _ -> new HashMap<>())
                        .put(row.text("priority"), Duration.ofSeconds(row.integer("seconds"))));
        var pauses = new HashMap<Long, Map<Metric, Set<String>>>();
        db.sql("select terms, metric, reason from sla.pause")
                .list(row -> pauses.computeIfAbsent(row.number("terms"), _ -> new EnumMap<>(Metric.class))
                        .computeIfAbsent(row.word("metric", Metric.class), _ -> new HashSet<>())
                        .add(row.text("reason")));
        return db.sql("select id, agreement, version, calendar from sla.terms order by agreement, version")
                .list(row -> new Version(
                        row.number("id"),
                        row.number("agreement"),
                        row.integer("version"),
                        new Offer(
                                row.text("calendar"),
                                budgets.getOrDefault(row.number("id"), Map.of()),
                                pauses.getOrDefault(row.number("id"), Map.of()))));
    }

    /** The ladders of all agreements, in their order. */
    Map<Long, List<Rung>> ladders() {
        var ladders = new HashMap<Long, List<Rung>>();
        db.sql("select agreement, metric, mark, whom, person_id from sla.rung order by agreement, place limit 30000")
                .list(row -> ladders.computeIfAbsent(row.number("agreement"), _ -> new ArrayList<>())
                        .add(new Rung(
                                row.word("metric", Metric.class),
                                Mark.of(row.text("mark")),
                                row.word("whom", Whom.class),
                                row.numberOrNull("person_id"))));
        return ladders;
    }

    void insert(long agreement, List<Rung> ladder) {
        db.sql("""
                insert into sla.rung (agreement, place, metric, mark, whom)
                select :agreement, * from unnest(:places::integer[], :metrics::text[], :marks::text[], :whoms::text[])
                """)
                .bind("agreement", agreement)
                .bind("places", IntStream.range(0, ladder.size()).boxed().toList())
                .bind("metrics", column(ladder, Rung::metric))
                .bind("marks", column(ladder, r -> r.mark().code()))
                .bind("whoms", column(ladder, Rung::whom))
                .update();
    }

    List<Selection> selections() {
        return db.sql("""
                select a.code, s.service, s.organization, s.vip, s.kind, s.priority
                from sla.selection s join sla.agreement a on a.id = s.agreement
                order by s.place limit 1000
                """)
                .list(row -> new Selection(
                        row.text("code"),
                        row.textOrNull("service"),
                        row.numberOrNull("organization"),
                        row.yesOrNull("vip"),
                        row.textOrNull("kind"),
                        row.textOrNull("priority")));
    }

    OptionalLong insert(String code, String name) {
        return db
                .sql(
                        "insert into sla.agreement (code, name) values (:code, :name) on conflict (code) do nothing returning id")
                .bind("code", code)
                .bind("name", name)
                .list(row -> row.number("id"))
                .stream()
                .mapToLong(id -> id)
                .findFirst();
    }

    void rename(long id, String name) {
        db.sql("update sla.agreement set name = :name where id = :id")
                .bind("name", name)
                .bind("id", id)
                .updateOne();
    }

    int newestVersion(long agreement) {
        return db.sql("select coalesce(max(version), 0) as version from sla.terms where agreement = :agreement")
                .bind("agreement", agreement)
                .one(row -> row.integer("version"));
    }

    void insert(long agreement, int version, Offer offer, long actor, Instant now) {
        long terms = db.sql("""
                insert into sla.terms (agreement, version, calendar, made_by, made_at)
                values (:agreement, :version, :calendar, :actor, :now) returning id
                """)
                .bind("agreement", agreement)
                .bind("version", version)
                .bind("calendar", offer.calendar())
                .bind("actor", actor)
                .bind("now", now)
                .one(row -> row.number("id"));
        var budgets = new ArrayList<Budget>();
        offer.budgets()
                .forEach((metric, promised) -> promised.forEach(
                        (priority, budget) -> budgets.add(new Budget(metric.code(), priority, budget.toSeconds()))));
        db.sql("""
                insert into sla.budget (terms, metric, priority, seconds)
                select :terms, * from unnest(:metric::text[], :priority::text[], :seconds::bigint[])
                """)
                .bind("terms", terms)
                .bind("metric", column(budgets, Budget::metric))
                .bind("priority", column(budgets, Budget::priority))
                .bind("seconds", column(budgets, Budget::seconds))
                .update();
        var pauses = new ArrayList<Pause>();
        offer.pauses().forEach((metric, reasons) -> reasons.forEach(r -> pauses.add(new Pause(metric.code(), r))));
        db.sql("""
                insert into sla.pause (terms, metric, reason)
                select :terms, * from unnest(:metric::text[], :reason::text[])
                """)
                .bind("terms", terms)
                .bind("metric", column(pauses, Pause::metric))
                .bind("reason", column(pauses, Pause::reason))
                .update();
    }

    void setStandard(String code) {
        db.sql("update sla.agreement set standard = false where standard and code <> :code")
                .bind("code", code)
                .update();
        db.sql("update sla.agreement set standard = true where code = :code")
                .bind("code", code)
                .updateOne();
    }

    void replace(List<Selection> selections) {
        db.sql("delete from sla.selection").update();
        int written = db.sql("""
                insert into sla.selection (place, agreement, service, organization, vip, kind, priority)
                select s.place, a.id, s.service, s.organization, s.vip, s.kind, s.priority
                from unnest(:place::integer[], :agreement::text[], :service::text[], :organization::bigint[], :vip::boolean[],
                    :kind::text[], :priority::text[])
                    as s (place, agreement, service, organization, vip, kind, priority)
                join sla.agreement a on a.code = s.agreement
                """)
                .bind("place", IntStream.range(0, selections.size()).boxed().toList())
                .bind("agreement", column(selections, Selection::agreement))
                .bind("service", column(selections, Selection::service))
                .bind("organization", column(selections, Selection::organization))
                .bind("vip", column(selections, Selection::vip))
                .bind("kind", column(selections, Selection::kind))
                .bind("priority", column(selections, Selection::priority))
                .update();
        if (written != selections.size()) throw new IllegalStateException("a selection of an unknown agreement");
    }
}
