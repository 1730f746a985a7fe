package dev.qiao.sla;

import dev.qiao.base.Db;
import dev.qiao.base.Kept;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.calendar.Calendars;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Journal;
import dev.qiao.sla.AgreementSql.ChangedLadder;
import dev.qiao.sla.ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the desk promises, and to whom. Reading is from memory; changing needs {@link Permission#DESK_CONFIGURE}. */
@Component
public class Agreements {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 60;
    private static final int MOST_SELECTIONS = 200;

    /** An agreement as the audit shows it, each budget in seconds. */
    public record Said(
            String name, String calendar, Map<String, Map<String, Long>> budgets, Map<String, List<String>> pauses) {
        static Said of(String name, Offer offer) {
            var budgets = new TreeMap<String, Map<String, Long>>();
            offer.budgets().forEach((metric, promised) -> {
                var seconds = new TreeMap<String, Long>();
                promised.forEach((priority, budget) -> seconds.put(priority, budget.toSeconds()));
                budgets.put(metric.code(), seconds);
            });
            var pauses = new TreeMap<String, List<String>>();
            offer.pauses()
                    .forEach((metric, reasons) ->
                            pauses.put(metric.code(), reasons.stream().sorted().toList()));
            return new Said(name, offer.calendar(), budgets, pauses);
        }

        public Offer offer() {
            var promised = new EnumMap<Metric, Map<String, Duration>>(Metric.class);
            var waits = new EnumMap<Metric, Set<String>>(Metric.class);
            for (var metric : Metric.values()) {
                var seconds = new HashMap<String, Duration>();
                budgets.getOrDefault(metric.code(), Map.of())
                        .forEach((priority, n) -> seconds.put(priority, Duration.ofSeconds(n)));
                promised.put(metric, seconds);
                waits.put(metric, Set.copyOf(pauses.getOrDefault(metric.code(), List.of())));
            }
            return new Offer(calendar, promised, waits);
        }
    }

    /** Where agreements apply, as the audit shows it. */
    public record Order(String standard, List<Selection> selections) {}

    private final Db db;
    private final AgreementSql sql;
    private final Calendars calendars;
    private final Journal journal;
    private final Kept<Book.Revision, Book> book;

    Agreements(Db db, AgreementSql sql, Calendars calendars, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.calendars = calendars;
        this.journal = journal;
        this.book = new Kept<>(() -> new Book.Revision(sql.revision(), calendars.revision()), this::read);
    }

    /** In the order in which they apply. */
    public List<Agreement> all() {
        return book().agreements();
    }

    /** The agreement with this code. */
    public Optional<Agreement> find(String code) {
        return all().stream().filter(a -> a.code().equals(code)).findFirst();
    }

    /** Where agreements apply, in order: the first that fits. */
    public List<Selection> selections() {
        return book().selections();
    }

    /** The same, and what applies where none of them does. */
    public Order order() {
        var standard = all().stream().filter(Agreement::standard).findFirst().orElseThrow();
        return new Order(standard.code(), selections());
    }

    /** What would be promised to such a subject. */
    public Terms choose(Attributes attributes) {
        return book().choose(attributes);
    }

    /** Grows with every change here; a form that was filled in carries it back. */
    public long revision() {
        return book().revision().agreements();
    }

    /** Counts on the calendars as this node knows them now. */
    Book book() {
        var seen = book.get();
        if (seen.revision().calendars() == calendars.revision()) return seen;
        book.forget();
        return book.get();
    }

    /** The version that a clock was promised; looked for again if another node has just made it. */
    Terms version(long id) {
        var known = book().versions().get(id);
        if (known == null) {
            book.forget();
            known = book().versions().get(id);
        }
        if (known == null) throw new IllegalStateException("no terms " + id);
        return known;
    }

    /** The same, counting as calendars stood at an earlier revision. */
    Terms version(long id, long revision) {
        var terms = version(id);
        var time = calendars.asOf(terms.calendar(), revision);
        return time.equals(terms.time()) ? terms : terms.on(time);
    }

    /** Errors: a code that is taken or malformed, an offer that does not hold together. */
    public Agreement create(String code, String name, Offer offer, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        if (!CODE.matcher(code).matches()) throw Refused.invalid("code", "sla.code_form", code);
        check(offer);
        return changed(code, () -> {
            sql.nextRevision();
            long id = sql.insert(code, name(name)).orElseThrow(() -> Refused.invalid("code", "sla.code_taken", code));
            sql.insert(id, 1, offer, me.id(), now);
            sql.insert(id, Rung.SHIPPED);
            tell(id, Configured.of("sla.agreement", code, null, Said.of(name(name), offer)), me, now);
        });
    }

    /** Says something else from now on; clocks that run keep what they were promised until {@link Repair}. */
    public Agreement update(String code, String name, Offer offer, int seen, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        check(offer);
        return changed(code, () -> {
            sql.nextRevision();
            var agreement = find(code).orElseThrow(() -> Refused.notFound("sla.unknown_agreement", code));
            int version = sql.newestVersion(agreement.id());
            if (version != seen) throw Refused.stale("sla.changed_meanwhile");
            sql.rename(agreement.id(), name(name));
            if (!Offer.of(agreement.terms()).equals(offer))
                sql.insert(agreement.id(), version + 1, offer, me.id(), now);
            var before = Said.of(agreement.name(), Offer.of(agreement.terms()));
            tell(agreement.id(), Configured.of("sla.agreement", code, before, Said.of(name(name), offer)), me, now);
        });
    }

    /** Errors: stale when somebody changed an agreement or the order since the revision {@code seen}. */
    public void select(List<Selection> selections, String standard, long seen, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        if (selections.size() > MOST_SELECTIONS)
            throw Refused.invalid("selections", "sla.too_many_selections", MOST_SELECTIONS);
        for (var selection : selections) {
            if (find(selection.agreement()).isEmpty())
                throw Refused.invalid("agreement", "sla.unknown_agreement", selection.agreement());
        }
        changed(standard, () -> {
            if (sql.nextRevision() != seen + 1) throw Refused.stale("sla.changed_meanwhile");
            if (find(standard).isEmpty()) throw Refused.invalid("standard", "sla.unknown_agreement", standard);
            var before = order();
            sql.setStandard(standard);
            sql.replace(selections);
            tell(0, Configured.of("sla.order", "order", before, new Order(standard, selections)), me, now);
        });
    }

    /** Changes what belongs to agreements. Errors: stale when somebody changed one since the revision {@code seen}. */
    public void touch(long seen, Runnable change) {
        db.transact(() -> {
            if (sql.nextRevision() != seen + 1) throw Refused.stale("sla.changed_meanwhile");
            change.run();
        });
        book.forget();
    }

    void ladderChanged(long agreement, Instant at) {
        sql.ladderChanged(agreement, at);
    }

    List<ChangedLadder> changedLadders() {
        return sql.changedLadders();
    }

    void ladderHangs(ChangedLadder changed) {
        sql.ladderHangs(changed);
    }

    private Agreement changed(String code, Runnable change) {
        db.transact(change);
        book.forget();
        return find(code).orElseThrow();
    }

    private void tell(long id, Facts facts, Me me, Instant now) {
        journal.write(new Entry(now, me.origin(), "agreement", id, 0, me.id(), Audience.ADMIN, facts));
    }

    private void check(Offer offer) {
        offer.check();
        if (calendars.find(offer.calendar()).isEmpty())
            throw Refused.invalid("calendar", "calendar.unknown", offer.calendar());
    }

    private static String name(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME)
            throw Refused.invalid("name", "sla.name_length", LONGEST_NAME);
        return stripped;
    }

    private Book read(Book.Revision revision) {
        return db.snapshot(() -> {
            var named = sql.agreements().stream().collect(Collectors.toMap(AgreementSql.Named::id, n -> n));
            var ladders = sql.ladders();
            var versions = new HashMap<Long, Terms>();
            var newest = new HashMap<Long, Terms>();
            for (var version : sql.versions()) {
                var agreement = Objects.requireNonNull(named.get(version.agreement()));
                var terms = new Terms(
                        version.id(),
                        agreement.code(),
                        agreement.name(),
                        version.version(),
                        version.offer().calendar(),
                        calendars.byCode(version.offer().calendar()),
                        version.offer().budgets(),
                        version.offer().pauses(),
                        ladders.getOrDefault(version.agreement(), List.of()));
                versions.put(terms.id(), terms);
                newest.put(version.agreement(), terms);
            }
            var agreements = named.values().stream()
                    .map(a -> new Agreement(
                            a.id(), a.code(), a.name(), a.standard(), Objects.requireNonNull(newest.get(a.id()))))
                    .sorted(Comparator.comparingLong(Agreement::id))
                    .toList();
            return new Book(revision, agreements, sql.selections(), Map.copyOf(versions));
        });
    }
}
