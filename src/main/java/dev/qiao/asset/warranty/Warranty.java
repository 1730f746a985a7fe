package dev.qiao.asset.warranty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Something under warranty, or a contract for its support. */
public record Warranty(long id, int version, WarrantyDraft draft) {
    /** Whole days; negative once it has ended. It holds on its last day. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, draft.endsOn());
    }

    public boolean over(LocalDate today) {
        return daysLeft(today) < 0;
    }

    /** Whether it is time to see to what comes after it. */
    public boolean due(LocalDate today) {
        return daysLeft(today) <= draft.noticeDays();
    }
}
