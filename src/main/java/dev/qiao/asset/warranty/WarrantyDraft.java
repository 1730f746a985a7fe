package dev.qiao.asset.warranty;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A warranty as somebody writes it down.
 *
 * @param name what is under it
 * @param service whose service runs on that
 * @param supplier who answers for it
 * @param contract its number there
 * @param endsOn the last day on which it holds
 * @param noticeDays so many days before that it is time to see to it
 */
public record WarrantyDraft(
        String name,
        @Nullable Long service,
        String supplier,
        String contract,
        LocalDate endsOn,
        int noticeDays,
        String note) {
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_NOTE = 1_000;
    private static final int MOST_DAYS = 730;
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    public WarrantyDraft {
        name = name.strip().replaceAll("\\s+", " ");
        supplier = supplier.strip().replaceAll("\\s+", " ");
        contract = contract.strip();
        note = note.strip();
    }

    /** Errors: every field that is wrong, at once. */
    WarrantyDraft checked() {
        var wrong = new Objections();
        wrong.read(() -> within("name", name, 1, LONGEST_LINE));
        wrong.read(() -> within("supplier", supplier, 0, LONGEST_LINE));
        wrong.read(() -> within("contract", contract, 0, LONGEST_LINE));
        wrong.read(() -> within("note", note, 0, LONGEST_NOTE));
        wrong.read(() -> {
            if (endsOn.isBefore(FIRST) || endsOn.isAfter(LAST))
                throw Refused.invalid("endsOn", "asset.warranty_day", FIRST, LAST);
            return endsOn;
        });
        wrong.read(() -> {
            if (noticeDays < 0 || noticeDays > MOST_DAYS)
                throw Refused.invalid("noticeDays", "asset.warranty_notice_range", MOST_DAYS);
            return noticeDays;
        });
        wrong.raise();
        return this;
    }

    private static String within(String field, String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        if (length < least || length > most) throw Refused.invalid(field, "asset.warranty_length." + least, most);
        return text;
    }
}
