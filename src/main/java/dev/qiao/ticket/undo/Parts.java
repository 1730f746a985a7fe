package dev.qiao.ticket.undo;

import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.deed.Deed;
import java.util.List;
import java.util.Optional;

/** What of several deeds that were one can be taken back, and what cannot. */
final class Parts {
    private Parts() {}

    /** The acts whose effect is in the ticket itself, the last one first. */
    static List<Act> acts(List<Deed> deeds) {
        return deeds.reversed().stream()
                .flatMap(deed -> act(deed).stream())
                .distinct()
                .toList();
    }

    /** What was said stays said. */
    static List<Deed> said(List<Deed> deeds) {
        return deeds.stream()
                .filter(deed -> deed == Deed.REPLY || deed == Deed.NOTE)
                .toList();
    }

    /** The act that changes the ticket itself; empty where none does. */
    static Optional<Act> act(Deed deed) {
        return switch (deed) {
            case ACCEPT -> Optional.of(Act.ACCEPTANCE);
            case HAND_BACK -> Optional.of(Act.HAND_BACK);
            case ASSIGN -> Optional.of(Act.ASSIGNMENT);
            case HOLD -> Optional.of(Act.HOLD);
            case RESUME -> Optional.of(Act.RESUME);
            case RESOLVE -> Optional.of(Act.RESOLUTION);
            case CLOSE -> Optional.of(Act.CLOSURE);
            case REOPEN -> Optional.of(Act.REOPENING);
            case PRIORITY, TAG, UNTAG -> Optional.of(Act.EDIT);
            case WATCH, UNWATCH, REPLY, NOTE -> Optional.empty();
        };
    }
}
