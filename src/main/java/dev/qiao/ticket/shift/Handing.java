package dev.qiao.ticket.shift;

import dev.qiao.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/** What the desk has prepared for a hand-over: the same sorting as in the note, with the newest internal words on it. */
public record Handing(
        List<Ticket> open, List<Ticket> risky, List<Ticket> watched, List<Ticket> returning, List<Word> words) {
    /** An internal word on a ticket. */
    public record Word(long ticket, long author, Instant at, String body) {}

    static List<Long> numbers(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::number).toList();
    }
}
