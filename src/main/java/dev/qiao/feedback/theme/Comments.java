package dev.qiao.feedback.theme;

import static java.util.stream.Collectors.toSet;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people wrote, by theme; only about tickets that the reader sees. Needs {@link Permission#REPORT_SEE}. */
@Component
public class Comments {
    private static final int MOST = 2_000;

    /**
     * Something that somebody wrote.
     *
     * @param stars null in a survey
     */
    public record Comment(
            String words, @Nullable Long ticket, @Nullable Integer stars, Instant at) {}

    /**
     * A theme with the comments that belong to it; one may belong to several.
     *
     * @param name empty for those that belong to none
     */
    public record Group(String name, List<Comment> comments) {
        /** How many came with one or two stars. */
        public long low() {
            return comments.stream()
                    .filter(c -> c.stars() != null && c.stars() <= 2)
                    .count();
        }
    }

    private final CommentSql sql;
    private final Themes themes;
    private final Tickets tickets;

    Comments(CommentSql sql, Themes themes, Tickets tickets) {
        this.sql = sql;
        this.themes = themes;
        this.tickets = tickets;
    }

    /** Since then, by theme; the group without a name is the last. */
    public List<Group> since(Instant from, Me me) {
        me.must(Permission.REPORT_SEE);
        var seen = seen(sql.since(from, MOST), me);
        var groups = new ArrayList<Group>();
        var all = themes.all();
        for (var theme : all)
            groups.add(new Group(
                    theme.name(),
                    seen.stream().filter(c -> theme.holds(c.words())).toList()));
        groups.add(new Group(
                "",
                seen.stream()
                        .filter(c -> all.stream().noneMatch(theme -> theme.holds(c.words())))
                        .toList()));
        return groups;
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
