package dev.qiao.admin;

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
import dev.qiao.people.People;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The settings that are made in the browser. What can be set from outside only is told by {@code bin/qiao --help}. */
@Component
public class DeskPreferences implements Preferences {
    /** How the journal calls a setting; its number is its place in {@link #NAMES} from 2 on: 1 was all of them at once. */
    public static final String KIND = "settings";

    public static final List<String> NAMES = List.of("name", "language", "zone", "catalogue");

    private static final int LONGEST_NAME = 40;
    private static final Chosen SHIPPED = new Chosen("", "zh-CN", "Asia/Shanghai", false);

    /**
     * All of them.
     *
     * @param name how its owner calls the desk; empty: as shipped
     * @param language a code of {@link People#LANGUAGES}
     * @param catalogue whether who is not signed in may read what can be asked
     */
    public record Chosen(String name, String language, String zone, boolean catalogue) {
        /** How many of them are others there. */
        public int changes(Chosen other) {
            return (name.equals(other.name) ? 0 : 1)
                    + (language.equals(other.language) ? 0 : 1)
                    + (zone.equals(other.zone) ? 0 : 1)
                    + (catalogue == other.catalogue ? 0 : 1);
        }
    }

    /** One setting as the audit shows it. */
    record Value(String value) {}

    private final Db db;
    private final Journal journal;
    private final Remembered<Chosen> chosen = new Remembered<>(this::read);
    private volatile Chosen last = SHIPPED;

    DeskPreferences(Db db, Journal journal) {
        this.db = db;
        this.journal = journal;
    }

    /** As they are; while the database is away as they were, for also the page that says so needs them. */
    public Chosen chosen() {
        try {
            last = chosen.get();
        } catch (DataAccessException | TransactionException _) {
            return last;
        }
        return last;
    }

    /** Errors: a name that is too long, a language or zone that is not known. */
    public void change(Chosen wanted, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var next =
                new Chosen(name(wanted.name()), language(wanted.language()), zone(wanted.zone()), wanted.catalogue());
        db.transact(() -> {
            var before = read();
            if (before.equals(next)) return;
            change("name", before.name(), next.name(), me, now);
            change("language", before.language(), next.language(), me, now);
            change("zone", before.zone(), next.zone(), me, now);
            change("catalogue", word(before.catalogue()), word(next.catalogue()), me, now);
        });
        chosen.forget();
    }

    /** Each setting has a history of its own, so each change is told for itself. */
    private void change(String name, String before, String after, Me me, Instant now) {
        if (before.equals(after)) return;
        put(name, after, now);
        var facts = Configured.of("admin.setting", name, new Value(before), new Value(after));
        var number = NAMES.indexOf(name) + 2L;
        journal.write(new Entry(now, me.origin(), KIND, number, 0, me.id(), Audience.ADMIN, facts));
    }

    @Override
    public String deskName() {
        return chosen().name();
    }

    /** The same with one of them as it is given. Errors: no such setting. */
    static Chosen with(Chosen chosen, String name, String value) {
        return switch (name) {
            case "name" -> new Chosen(value, chosen.language(), chosen.zone(), chosen.catalogue());
            case "language" -> new Chosen(chosen.name(), value, chosen.zone(), chosen.catalogue());
            case "zone" -> new Chosen(chosen.name(), chosen.language(), value, chosen.catalogue());
            case "catalogue" ->
                new Chosen(chosen.name(), chosen.language(), chosen.zone(), Boolean.parseBoolean(value));
            default -> throw Refused.notFound("journal.no_entry");
        };
    }

    private static String word(boolean open) {
        return Boolean.toString(open);
    }

    @Override
    public boolean openCatalogue() {
        return chosen().catalogue();
    }

    @Override
    public Locale language() {
        return Locale.forLanguageTag(chosen().language());
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of(chosen().zone());
    }

    private Chosen read() {
        Map<String, String> stored = db
                .sql("select name, value from admin.setting limit 100")
                .list(row -> Map.entry(row.text("name"), row.text("value")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Chosen(
                stored.getOrDefault("name", SHIPPED.name()),
                stored.getOrDefault("language", SHIPPED.language()),
                stored.getOrDefault("zone", SHIPPED.zone()),
                Boolean.parseBoolean(stored.getOrDefault("catalogue", word(SHIPPED.catalogue()))));
    }

    private void put(String name, String value, Instant now) {
        db.sql("""
                insert into admin.setting (name, value, changed_at) values (:name, :value, :now)
                on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at
                """).bind("name", name).bind("value", value).bind("now", now).updateOne();
    }

    private static String name(String name) {
        var line = name.strip();
        boolean readable = line.chars().noneMatch(Character::isISOControl);
        if (!readable || line.codePointCount(0, line.length()) > LONGEST_NAME)
            throw Refused.invalid("name", "admin.name_length", LONGEST_NAME);
        return line;
    }

    private static String language(String code) {
        if (People.LANGUAGES.contains(code)) return code;
        throw Refused.invalid("language", "admin.no_language", String.join(", ", People.LANGUAGES));
    }

    private static String zone(String zone) {
        try {
            return ZoneId.of(zone.strip()).getId();
        } catch (DateTimeException _) {
            throw Refused.invalid("zone", "admin.no_zone", zone);
        }
    }
}
