package dev.qiao.ticket.view;

import dev.qiao.base.Me;
import dev.qiao.ticket.Queue.Narrowing;
import dev.qiao.ticket.view.Term.All;
import dev.qiao.ticket.view.Term.Any;
import dev.qiao.ticket.view.Term.Between;
import dev.qiao.ticket.view.Term.Is;
import dev.qiao.ticket.view.Term.Not;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A term as SQL. Who reads and when decides what {@code me} and {@code today} are, never which rows are in sight. */
record Narrowed(Term term, String prefix) implements Narrowing {
    Narrowed(Term term) {
        this(term, "term_");
    }

    @Override
    public String condition(Me me, Instant now) {
        return new Writer(me, now).write(term);
    }

    @Override
    public Map<String, Object> values(Me me, Instant now) {
        var writer = new Writer(me, now);
        writer.write(term);
        return writer.values;
    }

    private final class Writer {
        private final Me me;
        private final Instant now;
        private final Map<String, Object> values = new HashMap<>();

        Writer(Me me, Instant now) {
            this.me = me;
            this.now = now;
        }

        String write(Term t) {
            return switch (t) {
                case All(var terms) -> terms.isEmpty() ? "true" : joined(terms, " and ");
                case Any(var terms) -> terms.isEmpty() ? "false" : joined(terms, " or ");
                case Not(var inner) -> "(" + write(inner) + ") is not true";
                case Between between -> stretch(between);
                case Is is ->
                    switch (is.field().sort()) {
                        case FLAG -> flag(is);
                        case WORD -> is.field().column() + " = any(" + bind(is.values()) + "::text[])";
                        case ID -> ids(is);
                        case TEXT -> is.field() == Field.TAG ? tags(is) : answers(is);
                        case DAY -> throw new IllegalArgumentException("a day is between two");
                    };
            };
        }

        private String joined(List<Term> terms, String word) {
            return terms.stream().map(this::write).collect(Collectors.joining(word, "(", ")"));
        }

        private static String flag(Is is) {
            if (is.values().size() > 1) return "true";
            return is.values().getFirst().equals("yes")
                    ? is.field().column()
                    : "not " + is.field().column();
        }

        /** Whatever the case of their letters. */
        private String tags(Is is) {
            var words = is.values().stream()
                    .filter(value -> !value.equals("none"))
                    .map(value -> value.toLowerCase(Locale.ROOT))
                    .toList();
            var some = "exists (select 1 from unnest(t.tags) tag where lower(tag) = any(" + bind(words) + "::text[]))";
            return is.values().contains("none") ? "(" + some + " or t.tags = '{}')" : some;
        }

        private String answers(Is is) {
            return is.values().stream().map(this::answer).collect(Collectors.joining(" or ", "(", ")"));
        }

        /** Texts that hold the words; of numbers, dates, choices, persons and services the very one. */
        private String answer(String value) {
            var asked = Asked.of(value).orElseThrow();
            return """
                    exists (select 1 from ticket.form_answer a join ticket.form_version v on v.id = a.version_id
                      join ticket.form f on f.id = v.form_id, jsonb_array_elements(a.answers) e
                      where a.number = t.number and f.code = %s and e->>'code' = %s
                        and (position(%4$s in lower(e->'answer'->>'text')) > 0 or e->'answer'->>'number' = %3$s
                          or e->'answer'->>'date' = %3$s or e->'answer'->>'person' = %3$s or e->'answer'->>'service' = %3$s
                          or jsonb_exists(e->'answer'->'codes', %3$s)))
                    """.formatted(
                            bind(asked.form()),
                            bind(asked.field()),
                            bind(asked.words()),
                            bind(asked.words().toLowerCase(Locale.ROOT)));
        }

        private String ids(Is is) {
            var column = is.field().column();
            var ids = new ArrayList<Long>();
            for (var value : is.values()) {
                switch (value) {
                    case "none" -> {}
                    case "me" -> ids.add(me.id());
                    case "mine" -> ids.addAll(me.teams());
                    default -> ids.add(Long.valueOf(value));
                }
            }
            var some = ids.size() == 1
                    ? column + " = " + bind(ids.getFirst())
                    : column + " = any(" + bind(List.copyOf(ids)) + "::bigint[])";
            if (!is.values().contains("none")) return some;
            return ids.isEmpty() ? column + " is null" : "(" + some + " or " + column + " is null)";
        }

        private String stretch(Between between) {
            var column = between.field().column();
            var ends = new ArrayList<String>();
            if (between.from() != null)
                ends.add(column + " >= " + bind(between.from().begins(now, me.zone())) + "::timestamptz");
            if (between.to() != null)
                ends.add(column + " < " + bind(between.to().ends(now, me.zone())) + "::timestamptz");
            return "(" + String.join(" and ", ends) + ")";
        }

        private String bind(Object value) {
            var name = prefix + values.size();
            values.put(name, value);
            return ":" + name;
        }
    }
}
