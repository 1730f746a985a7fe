package dev.qiao.ticket.form;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.Refused;
import dev.qiao.base.Remembered;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Texts;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to forms; reading what is asked is from memory. What is worked out is a draft until it is published as a new version; a
 * version never changes, and a form that is taken out of use is kept.
 */
@Component
public class Forms {
    /** How the journal calls a form. */
    public static final String KIND = "form";
    /** The icons from which a form chooses one. */
    public static final List<String> ICONS = List.of(
            "clipboard-check",
            "monitor",
            "printer",
            "wifi",
            "key-round",
            "user-plus",
            "mail",
            "server",
            "database",
            "phone",
            "wrench",
            "circle-help");

    private static final int VERSIONS = 200;
    private static final String CODE = "[a-z0-9][a-z0-9-]{0,63}";

    private final Db db;
    private final FormSql sql;
    private final Categories categories;
    private final Journal journal;
    private final Preferences preferences;
    private final Remembered<List<Form>> all;

    Forms(Db db, FormSql sql, Categories categories, Journal journal, Preferences preferences) {
        this.db = db;
        this.sql = sql;
        this.categories = categories;
        this.journal = journal;
        this.preferences = preferences;
        this.all = new Remembered<>(sql::all);
    }

    /** All, also those out of use, in the order of their places. */
    public List<Form> all() {
        return all.get();
    }

    /** Those that ask somebody now. */
    public List<Form> asking() {
        return all().stream().filter(Form::asks).toList();
    }

    /**
     * What stands in the catalogue.
     *
     * @param me null: who has not signed in, who reads it where the desk is set so. Errors: unauthenticated; forbidden.
     */
    public List<Form> listed(@Nullable Me me) {
        if (me != null) me.must(Permission.REQUEST);
        else if (!preferences.openCatalogue()) throw Refused.unauthenticated("people.sign_in_first");
        return asking().stream().filter(Form::listed).toList();
    }

    /** The form with this code, also one that is retired. */
    public Optional<Form> byCode(String code) {
        return all().stream().filter(f -> f.code().equals(code)).findFirst();
    }

    /** What the form asks in this field by now. */
    public Optional<Field> question(String code, String field) {
        return byCode(code)
                .flatMap(form -> Optional.ofNullable(form.current()))
                .flatMap(version -> version.definition().field(field));
    }

    /** Errors: not found. */
    public Form find(String code) {
        return byCode(code).orElseThrow(() -> Refused.notFound("ticket.form.no_such", code));
    }

    /** What a ticket of this category and kind is asked: the form that belongs closest, then the one that stands first. */
    public Optional<Form> fitting(@Nullable Long category, @Nullable Kind kind) {
        var path = category == null
                ? List.<Category>of()
                : categories.path(category).reversed();
        return Stream.concat(path.stream().<@Nullable Long>map(Category::id), Stream.<@Nullable Long>of((Long) null))
                .flatMap(branch -> Stream.concat(kind == null ? Stream.of() : on(branch, kind), on(branch, null)))
                .findFirst();
    }

    private Stream<Form> on(@Nullable Long category, @Nullable Kind kind) {
        return asking().stream()
                .filter(f -> Objects.equals(f.category(), category) && f.kind() == kind)
                .filter(f -> category != null || kind != null);
    }

    /** The versions with these numbers, also old ones. */
    public Map<Long, FormVersion> versions(Collection<Long> ids) {
        var found = new HashMap<Long, FormVersion>();
        var missing = new HashSet<>(ids);
        if (missing.isEmpty()) return found;
        for (var form : all()) {
            var current = form.current();
            if (current != null && missing.remove(current.id())) found.put(current.id(), current);
        }
        if (!missing.isEmpty()) sql.versions(missing).forEach(version -> found.put(version.id(), version));
        return found;
    }

    /**
     * What somebody means to fill in: this version of this form, else what it asks now, else what such a ticket is asked; empty where
     * nothing is. Errors: invalid, when there is no such form or version.
     */
    public Optional<FormVersion> meant(
            @Nullable String code, @Nullable Integer number, @Nullable Long category, @Nullable Kind kind) {
        if (code == null) return fitting(category, kind).map(Form::current);
        var form = byCode(code).orElseThrow(() -> Refused.invalid("form", "ticket.form.no_such", code));
        if (number != null) {
            return Optional.of(history(form).stream()
                    .filter(version -> version.number() == number)
                    .findFirst()
                    .orElseThrow(() -> Refused.invalid("formVersion", "ticket.form.no_version", number)));
        }
        if (!form.asks()) throw Refused.invalid("form", "ticket.form.out_of_use", form.name());
        return Optional.ofNullable(form.current());
    }

    /** All that was ever asked, the newest first. */
    public List<FormVersion> history(Form form) {
        return sql.history(form.id(), VERSIONS);
    }

    /** Errors: a code that is taken, a name that is missing, a category that is none. */
    public Form create(FormHead wanted, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        if (!wanted.code().matches(CODE)) throw Refused.invalid("code", "ticket.form.bad_form_code");
        var head = checked(wanted);
        return changed(head.code(), me, now, () -> {
            sql.insert(head);
            return true;
        });
    }

    /** Changes what it is called and where it belongs; the code stays. Errors: stale. */
    public Form update(String code, int revision, FormHead wanted, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var form = find(code);
        var head = checked(wanted);
        return changed(code, me, now, () -> sql.update(form.id(), revision, head));
    }

    /** Works it out further; nobody is asked it before it is published. Errors: invalid, naming the fields; stale. */
    public Form redraft(String code, int revision, Definition wanted, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var form = find(code);
        var draft = Drawing.check(wanted);
        return changed(code, me, now, () -> sql.redraft(form.id(), revision, draft));
    }

    /** From now on this is asked. Errors: stale; conflict when it is asked already. */
    public Form publish(String code, int revision, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var form = find(code);
        if (form.revision() == revision && !form.unpublished()) throw Refused.conflict("ticket.form.asked_already");
        return changed(code, me, now, () -> sql.publish(form.id(), revision, me.id(), now));
    }

    /** Takes it out of use, or back into it. What was answered stays. */
    public Form activate(String code, boolean active, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        all.forget();
        var form = find(code);
        if (form.active() == active) return form;
        return changed(code, me, now, () -> sql.activate(form.id(), form.revision(), active));
    }

    /** Makes it exactly this again, also what is asked; no version goes. Errors: stale when it changed since {@code revision}. */
    void restore(Form was, int revision, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        var head = checked(FormHead.of(was));
        var draft = Drawing.check(was.draft());
        var asked = was.current() == null ? null : was.current().id();
        changed(
                was.code(),
                me,
                now,
                () -> sql.update(was.id(), revision, head)
                        && sql.restore(was.id(), revision + 1, draft, was.active(), asked));
    }

    private FormHead checked(FormHead head) {
        var name = Texts.title("name", head.name());
        if (name.length() > 80) throw Refused.invalid("name", "ticket.text_too_long", name.length(), 80);
        if (!ICONS.contains(head.icon())) throw Refused.invalid("icon", "ticket.choose_one");
        var category = head.category();
        if (category != null && categories.find(category).isEmpty()) {
            throw Refused.invalid("category", "ticket.no_category", category);
        }
        return new FormHead(head.code(), name, category, head.kind(), head.icon(), head.place(), head.listed());
    }

    private Form changed(String code, Me me, Instant now, BooleanSupplier write) {
        var after = db.transact(() -> {
            var before = sql.all().stream().filter(f -> f.code().equals(code)).findFirst();
            if (!write.getAsBoolean()) throw Refused.stale("ticket.form.changed_meanwhile");
            var form = sql.all().stream()
                    .filter(f -> f.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            var facts = Configured.of("ticket.form", code, before.orElse(null), form);
            journal.write(
                    new Entry(now, me.origin(), KIND, form.id(), form.revision(), me.id(), Audience.ADMIN, facts));
            return form;
        });
        all.forget();
        return after;
    }
}
