package dev.qiao.dispatch.trial;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.dispatch.Rule;
import dev.qiao.dispatch.RuleDraft;
import dev.qiao.dispatch.Rules;
import dev.qiao.dispatch.Traits;
import dev.qiao.dispatch.trial.Trial.Move;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.Mark;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tries a rule on past tickets: of those that the asker sees, as they stand now, with the other rules as they stand now. It writes
 * nothing.
 */
@Component
public class RuleTrial {
    private static final int PAGE = 200;
    private static final int MOST = 3_000;
    private static final int MOST_MOVES = 200;

    private record Went(long ticket, String route, @Nullable Long team) {}

    private final Db db;
    private final Rules rules;
    private final Queue queue;
    private final Tickets tickets;
    private final Categories categories;

    RuleTrial(Db db, Rules rules, Queue queue, Tickets tickets, Categories categories) {
        this.db = db;
        this.rules = rules;
        this.queue = queue;
        this.tickets = tickets;
        this.categories = categories;
    }

    /**
     * What a draft of a rule would have done to the tickets of these days. Errors: forbidden; days that end before they begin.
     *
     * @param id of the rule in whose place the draft stands; null: at the end of the list
     */
    public Trial of(@Nullable Long id, RuleDraft draft, Instant from, Instant to, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        if (!from.isBefore(to)) throw Refused.invalid("until", "people.ends_before");
        var list = list(id, draft);
        var moves = new ArrayList<Move>();
        int looked = 0;
        int matched = 0;
        Mark mark = null;
        do {
            var page = queue.list(Filter.of(View.ALL), mark, PAGE, me, now);
            var numbers = page.items().stream()
                    .filter(t -> !t.times().openedAt().isBefore(from)
                            && t.times().openedAt().isBefore(to))
                    .map(Ticket::number)
                    .toList();
            var went = went(numbers);
            for (var ticket : tickets.of(numbers, me)) {
                looked++;
                var first = went.get(ticket.number());
                if (first != null && first.route().equals("dispatch.route_given")) continue;
                if (!decides(list, traits(ticket))) continue;
                matched++;
                var team = first == null ? ticket.place().team() : first.team();
                if (!Objects.equals(team, draft.team())) moves.add(new Move(ticket, team, draft.team()));
            }
            mark = over(page.items(), from) ? null : page.next();
        } while (mark != null && looked < MOST);
        moves.sort((a, b) -> Long.compare(b.ticket().number(), a.ticket().number()));
        return new Trial(
                looked,
                mark == null,
                matched,
                moves.size(),
                moves.stream().limit(MOST_MOVES).toList());
    }

    /** The rules in their order, the draft under the number 0 where it would stand. */
    private List<Rule> list(@Nullable Long id, RuleDraft draft) {
        var list = new ArrayList<>(rules.all());
        var tried = new Rule(
                0,
                0,
                draft.name(),
                draft.kind(),
                draft.category(),
                draft.service(),
                draft.organization(),
                draft.words(),
                draft.priority(),
                draft.vip(),
                draft.team(),
                true,
                0);
        if (id == null || list.stream().noneMatch(rule -> rule.id() == id)) list.add(tried);
        else list.replaceAll(rule -> rule.id() == id ? tried : rule);
        return list;
    }

    private static boolean decides(List<Rule> list, Traits traits) {
        return list.stream()
                .filter(rule -> rule.matches(traits))
                .findFirst()
                .filter(rule -> rule.id() == 0)
                .isPresent();
    }

    /** The list is the newest first by number; what is far older than the period ends it. */
    private static boolean over(List<Ticket> page, Instant from) {
        return page.stream().allMatch(t -> t.times().openedAt().isBefore(from));
    }

    private Traits traits(Ticket ticket) {
        var matter = ticket.matter();
        var category = matter.category();
        List<Long> path = category == null
                ? List.of()
                : categories.path(category).stream().map(Category::id).toList();
        return new Traits(
                null,
                matter.kind(),
                ticket.weight().priority(),
                path,
                matter.service(),
                matter.organization(),
                matter.vip(),
                matter.title() + "\n" + matter.description());
    }

    /** Where each went at first. */
    private Map<Long, Went> went(Collection<Long> numbers) {
        return db
                .sql("""
                        select distinct on (ticket) ticket, route, team_id from dispatch.decision
                        where ticket = any(:tickets::bigint[]) order by ticket, id limit 1000
                        """)
                .bind("tickets", numbers)
                .list(row -> new Went(row.number("ticket"), row.text("route"), row.numberOrNull("team_id")))
                .stream()
                .collect(toMap(Went::ticket, went -> went));
    }
}
