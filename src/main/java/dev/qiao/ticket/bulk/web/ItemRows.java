package dev.qiao.ticket.bulk.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.Bulk.Item;
import dev.qiao.ticket.bulk.Bulks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of the tickets of a bulk act, some at a time. */
@Component
class ItemRows {
    /** So many stand on a page. */
    static final int PAGE = 50;

    /** @param next the place after which it goes on; null at the end */
    record Listed(List<ItemRow> rows, @Nullable Integer next) {}

    private final Bulks bulks;
    private final Tickets tickets;

    ItemRows(Bulks bulks, Tickets tickets) {
        this.bulks = bulks;
        this.tickets = tickets;
    }

    /** @param fate null: whatever became of them */
    Listed of(BulkView bulk, @Nullable Fate fate, int after, int limit, Me me, Page page) {
        var items = bulks.items(bulk.bulk(), fate, after, limit + 1);
        var shown = items.size() > limit ? items.subList(0, limit) : items;
        var titles = tickets.of(shown.stream().map(Item::number).toList(), me).stream()
                .collect(toMap(Ticket::number, ticket -> ticket.matter().title()));
        var rows = shown.stream()
                .map(item -> row(item, titles.get(item.number()), bulk, page))
                .toList();
        return new Listed(rows, items.size() > limit ? shown.getLast().place() : null);
    }

    private static ItemRow row(Item item, @Nullable String title, BulkView bulk, Page page) {
        var problem = item.problem();
        var why = problem == null ? null : page.lang().t(problem, item.arguments());
        return new ItemRow(item.number(), title, item.fate(), page.t(bulk.word(item.fate())), why);
    }
}
