package dev.qiao.ticket;

import dev.qiao.base.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands. A stage that changes what one may do is a type; what it needs to know is inside it. */
public sealed interface Stage {
    Instant since();

    /** 待受理: nobody has taken it yet, though somebody may have been asked to. */
    record Waiting(Instant since) implements Stage {}

    /** 处理中. */
    record Working(long engineer, Instant since) implements Stage {}

    /**
     * 挂起.
     *
     * @param until when it comes back by itself; null only in an imported past
     * @param engineer who had it; null when nobody had
     */
    record OnHold(
            HoldFor waitsFor,
            String reason,
            @Nullable Instant until,
            @Nullable Long engineer,
            Instant since) implements Stage {}

    /**
     * 已解决.
     *
     * @param closesAt when it closes by itself without objection
     */
    record Resolved(
            @Nullable Long engineer,
            Resolution resolution,
            @Nullable Instant closesAt,
            Instant since) implements Stage {}

    /** 已关闭. */
    record Closed(@Nullable Long engineer, Resolution resolution, Instant since) implements Stage {}

    /** The stage without what it knows, as it is stored and spoken. */
    enum Name implements Coded {
        WAITING,
        WORKING,
        ON_HOLD,
        RESOLVED,
        CLOSED
    }

    default Name name() {
        return switch (this) {
            case Waiting _ -> Name.WAITING;
            case Working _ -> Name.WORKING;
            case OnHold _ -> Name.ON_HOLD;
            case Resolved _ -> Name.RESOLVED;
            case Closed _ -> Name.CLOSED;
        };
    }

    /** The engineer who has accepted it, or had when it ended. */
    default @Nullable Long owner() {
        return switch (this) {
            case Waiting _ -> null;
            case Working w -> w.engineer();
            case OnHold h -> h.engineer();
            case Resolved r -> r.engineer();
            case Closed c -> c.engineer();
        };
    }

    /** Still owed: neither resolved nor closed. */
    default boolean open() {
        return switch (this) {
            case Waiting _, Working _, OnHold _ -> true;
            case Resolved _, Closed _ -> false;
        };
    }

    /** Whom a held ticket waits for; the agreement says which of them stop the clock. */
    public enum HoldFor implements Coded {
        REQUESTER,
        SUPPLIER,
        CHANGE,
        OTHER
    }
}
