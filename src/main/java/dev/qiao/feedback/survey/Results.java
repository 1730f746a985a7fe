package dev.qiao.feedback.survey;

import static java.util.stream.Collectors.toSet;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came of a survey: how many answered, and what they said. Needs {@link Permission#REPORT_SEE}. */
@Component
public class Results {
    /** Of fewer answers nothing is concluded, and nobody is found out. */
    public static final int LEAST = 5;

    private static final int COMMENTS = 200;

    /** By what satisfaction is told apart. */
    public enum Dimension implements Coded {
        TEAM("team_id"),
        SERVICE("service_id"),
        ORGANIZATION("organization_id"),
        PERSON("engineer_id");

        final String column;

        Dimension(String column) {
            this.column = column;
        }
    }

    /** Something that somebody wrote. */
    public record Comment(String words, @Nullable Long ticket, Instant at) {}

    /**
     * A question with its answers.
     *
     * @param counts how often each number was answered
     */
    public record Answered(Question question, TreeMap<Integer, Long> counts) {
        public long n() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        public OptionalDouble mean() {
            return n() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(counts.entrySet().stream()
                                    .mapToDouble(e -> (double) e.getKey() * e.getValue())
                                    .sum()
                            / n());
        }

        public long percent(int number) {
            return n() == 0 ? 0 : Math.round(100.0 * counts.getOrDefault(number, 0L) / n());
        }
    }

    /**
     * One team, service, organization or person.
     *
     * @param n how many stars it rests on
     * @param percent of four and five; nothing where there are too few
     */
    public record Group(long key, long n, OptionalDouble percent) {}

    /** All of it. */
    public record Of(
            long sent,
            long answered,
            List<Answered> questions,
            Map<Dimension, List<Group>> groups,
            List<Comment> comments) {}

    private final ResultSql sql;
    private final Tickets tickets;

    Results(ResultSql sql, Tickets tickets) {
        this.sql = sql;
        this.tickets = tickets;
    }

    /** Of what was sent since then; comments as far as this person sees the ticket that they are about. */
    public Of of(long survey, Instant from, Me me) {
        me.must(Permission.REPORT_SEE);
        var rate = sql.rate(survey, from);
        var numbers = sql.numbers(survey, from);
        var questions = sql.questions(survey).stream()
                .filter(q -> q.kind() != Question.Kind.WORDS)
                .map(q -> new Answered(q, numbers.getOrDefault(q.id(), new TreeMap<>())))
                .filter(a -> a.n() > 0)
                .toList();
        var groups = new EnumMap<Dimension, List<Group>>(Dimension.class);
        for (var dimension : Dimension.values())
            groups.put(
                    dimension,
                    sql.groups(survey, dimension, from).stream()
                            .map(g -> new Group(
                                    g.key(),
                                    g.n(),
                                    g.n() < LEAST
                                            ? OptionalDouble.empty()
                                            : OptionalDouble.of(100.0 * g.good() / g.n())))
                            .toList());
        return new Of(rate.sent(), rate.answered(), questions, groups, seen(sql.comments(survey, from, COMMENTS), me));
    }

    private List<Comment> seen(List<Comment> comments, Me me) {
        var about = comments.stream()
                .map(Comment::ticket)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var open = tickets.of(about, me).stream().map(Ticket::number).collect(toSet());
        return comments.stream()
                .filter(c -> c.ticket() == null || open.contains(c.ticket()))
                .toList();
    }
}
