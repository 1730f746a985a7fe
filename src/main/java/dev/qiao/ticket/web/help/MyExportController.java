package dev.qiao.ticket.web.help;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.sheet.Export;
import dev.qiao.base.sheet.Walk;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Rights;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Mark;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** One's own tickets as a file, as the list shows them. */
@Controller
@Needs(Permission.REQUEST)
class MyExportController {
    private final Queue queue;
    private final Follows follows;
    private final Rights rights;

    MyExportController(Queue queue, Follows follows, Rights rights) {
        this.queue = queue;
        this.follows = follows;
        this.rights = rights;
    }

    @GetMapping("/my/export")
    void index(MyQuery query, Me me, Page page, Export file) throws IOException {
        var heads = List.of(
                "ticket.number", "ticket.title", "ticket.column.stage", "ticket.promise", "ticket.column.opened");
        var walk = new Walk<Mark>(() -> rights.of(me.id()), (mark, reader) -> some(query, mark, reader, page));
        file.write(page.t("ticket.help_mine"), heads, walk, page);
    }

    private Walk.Part<Mark> some(MyQuery query, @Nullable Mark mark, Me me, Page page) {
        var listed = queue.list(query.filter(), mark, Walk.PAGE, me, page.now());
        var rows = follows.rows(listed.items(), page).stream()
                .map(row -> Arrays.<@Nullable Object>asList(
                        row.number(), row.title(), row.word(), row.due(), row.openedAt()))
                .toList();
        return new Walk.Part<>(rows, listed.next());
    }
}
