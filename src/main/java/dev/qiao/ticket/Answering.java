package dev.qiao.ticket;

import dev.qiao.base.api.Idempotency.Answer;
import dev.qiao.base.api.Idempotency.Key;
import dev.qiao.ticket.form.Answered;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of the API is to be answered, made inside the batch: names are read once for all tickets of it, and what was
 * answered under an idempotency key is kept in the same transaction.
 *
 * @param key null: none was sent
 * @param tell makes the answers, in the order of the tickets; the same function for all callers
 */
public record Answering(@Nullable Key key, Function<List<Opened>, List<Answer>> tell) {
    /**
     * A ticket that was just opened, and by whom.
     *
     * @param answered what was asked beside and answered; null: nothing was
     */
    public record Opened(
            Ticket ticket,
            Draft draft,
            Instant at,
            @Nullable Answered answered) {}
}
