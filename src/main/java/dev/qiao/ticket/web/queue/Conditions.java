package dev.qiao.ticket.web.queue;

import dev.qiao.base.web.Choice;
import dev.qiao.ticket.web.queue.QueuePage.Picker;
import dev.qiao.ticket.web.queue.QueuePage.Token;
import java.util.List;

/**
 * The conditions of a list, and those that can be added.
 *
 * @param all what must all hold
 * @param any alternatives, each of conditions
 * @param intos how what is added stands to what is there
 * @param questions what forms ask
 */
public record Conditions(
        QueueQuery query,
        List<Token> all,
        List<List<Token>> any,
        List<Picker> ticked,
        List<Picker> chosen,
        List<Choice> intos,
        List<Choice> questions) {
    /** Of further rows, which stand below them. */
    static Conditions none(QueueQuery query) {
        return new Conditions(query, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
