package dev.qiao.ticket.setup;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Priorities;
import dev.qiao.ticket.Priorities.Matrix;
import dev.qiao.ticket.Priorities.Matrix.Cell;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.util.HashMap;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** How changes of categories and of the matrix are taken back; a category that was made is no longer offered. */
@Configuration(proxyBeanMethods = false)
class TicketRestorers {
    @Bean
    Restorer ticketCategoryRestorer(Categories categories) {
        return new Restorer("ticket.category", (change, me, now) -> {
            var is = categories.find(change.subject()).orElseThrow(() -> Refused.notFound("journal.no_entry"));
            var wanted = change.was(Category.class)
                    .orElseGet(() -> new Category(is.id(), is.code(), is.parent(), is.name(), is.place(), false));
            return () -> categories.save(wanted, me, now);
        });
    }

    @Bean
    Naming ticketCategoryNaming(Categories categories) {
        return new Naming(
                Set.of("category"),
                Set.of("category", "parent"),
                ids -> categories.all().stream()
                        .filter(category -> ids.contains(category.id()))
                        .collect(toMap(Category::id, Category::name)));
    }

    @Bean
    Restorer ticketMatrixRestorer(Priorities priorities) {
        return new Restorer("ticket.matrix", (change, me, now) -> {
            var wanted = matrix(change.must(JsonNode.class));
            return () -> priorities.change(wanted, me, now);
        });
    }

    private static Matrix matrix(JsonNode said) {
        var cells = new HashMap<Cell, Priority>();
        for (var impact : Level.values()) {
            for (var urgency : Level.values()) {
                var code = said.path(impact.code() + "_" + urgency.code()).asString("");
                if (!code.isEmpty()) cells.put(new Cell(impact, urgency), Coded.of(Priority.class, "priority", code));
            }
        }
        return new Matrix(cells);
    }
}
