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
                        new Tool(Act.INTERNAL_COMMENTS, "ticket.tool.macro", "play", "macros/new"),
                        new Tool(Act.LINKS, "ticket.tool.link", "link", "links/new"),
                        new Tool(Act.MERGE, "ticket.tool.merge", "merge", "merge/new"),
                        new Tool(Act.SPLIT, "ticket.tool.split", "arrow-right-left", "split/new"),
                        new Tool(Act.CHECKLIST, "ticket.tool.check", "clipboard-check", "checklist/new"),
                        new Tool(Act.EFFORT, "ticket.tool.effort", "timer", "effort/new"),
                        new Tool(Act.FOLLOW_UP, "ticket.tool.follow_up", "calendar-clock", "follow-up/new"))
                .stream()
                .filter(tool -> allowed.contains(tool.act()))
                .toList();
    }
}
