package dev.qiao.ticket.web.tool;

import dev.qiao.ticket.Ticket.Act;
import java.util.Collection;
import java.util.List;

/**
 * An act that is not of every day, as a link of the ticket's page.
 *
 * @param word message key
 * @param noun the resource below the ticket whose form it opens
 */
public record Tool(Act act, String word, String icon, String noun) {
    static List<Tool> of(Collection<Act> allowed) {
        return List.of(
                        new Tool(Act.LINKS, "ticket.tool.link", "link", "links/new"),
                        new Tool(Act.MERGE, "ticket.tool.merge", "merge", "merge/new"),
                        new Tool(Act.SPLIT, "ticket.tool.split", "arrow-right-left", "split/new"))
                .stream()
                .filter(tool -> allowed.contains(tool.act()))
                .toList();
    }
}
