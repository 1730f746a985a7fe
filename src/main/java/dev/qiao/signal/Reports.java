package dev.qiao.signal;

import dev.qiao.base.Me;
import dev.qiao.base.web.Languages;
import dev.qiao.signal.Correlation.Gathering;
import dev.qiao.signal.source.Sources;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Reports what machines found wrong, in the name of their source. */
@Component
class Reports {
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_LABELS = 30;

    private final Tickets tickets;
    private final Sources sources;
    private final Judgement judgement;
    private final Languages languages;

    Reports(Tickets tickets, Sources sources, Judgement judgement, Languages languages) {
        this.tickets = tickets;
        this.sources = sources;
        this.judgement = judgement;
        this.languages = languages;
    }

    /** One ticket for each in their order, in the transaction that is open. */
    List<Ticket> open(List<Gathering> gatherings, Instant now) {
        var opened = tickets.open(gatherings.stream().map(this::draft).toList(), now);
        return IntStream.range(0, gatherings.size())
                .mapToObj(n -> sent(gatherings.get(n), opened.get(n), now))
                .toList();
    }

    /** To the team that the rules say, which dispatch then leaves there. */
    private Ticket sent(Gathering gathering, Ticket ticket, Instant now) {
        var outcome = judgement.outcome(gathering.worst());
        if (outcome.team() == null) return ticket;
        var rule = Objects.requireNonNull(outcome.sender());
        var why = languages.of(null).t("signal.rule_sent", rule.name());
        return tickets.assign(ticket.number(), null, outcome.team(), null, why, Me.QIAO, now);
    }

    private Draft draft(Gathering gathering) {
        var worst = gathering.worst();
        var source = sources.find(worst.source()).orElseThrow();
        var weight = judgement.weight(worst.severity());
        var outcome = judgement.outcome(worst);
        return new Draft(
                UUID.randomUUID(),
                Me.QIAO,
                gathering.warning() ? Kind.TASK : Kind.INCIDENT,
                title(worst),
                description(worst),
                outcome.impact() == null ? weight : outcome.impact(),
                outcome.urgency() == null ? weight : outcome.urgency(),
                null,
                gathering.service(),
                null,
                source.person(),
                gathering.warning() ? Source.WARNING : Source.MONITORING,
                gathering.beganAt(),
                List.of(),
                false);
    }

    private static String title(Alert alert) {
        var title = alert.title().isBlank() ? alert.key() : alert.title();
        int length = title.codePointCount(0, title.length());
        return length <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    /** What the sender says, and its labels as code, so that nothing in them is taken for markup. */
    private static String description(Alert alert) {
        var labels = alert.labels().entrySet().stream()
                .limit(MOST_LABELS)
                .map(label -> label.getKey() + " = " + label.getValue())
                .collect(Collectors.joining("\n"));
        return labels.isEmpty() ? alert.text() : (alert.text() + "\n\n~~~~\n" + labels + "\n~~~~").strip();
    }
}
