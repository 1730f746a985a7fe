package dev.qiao.asset.warranty.web;

import dev.qiao.asset.warranty.Warranty;
import dev.qiao.asset.warranty.WarrantyDraft;
import dev.qiao.base.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a warranty holds, as it was typed.
 *
 * @param seen the version that was read; null for a new one
 */
public record WarrantyForm(
        String name,
        @Nullable Long service,
        String supplier,
        String contract,
        String endsOn,
        String noticeDays,
        String note,
        @Nullable Integer seen) {
    /** Two months are enough to buy what comes after it. */
    private static final String USUAL_NOTICE = "60";

    /** A field that did not come is empty. */
    public WarrantyForm {
        name = Objects.requireNonNullElse(name, "");
        supplier = Objects.requireNonNullElse(supplier, "");
        contract = Objects.requireNonNullElse(contract, "");
        endsOn = Objects.requireNonNullElse(endsOn, "").strip();
        noticeDays = Objects.requireNonNullElse(noticeDays, "").strip();
        note = Objects.requireNonNullElse(note, "");
    }

    static WarrantyForm empty(@Nullable Long service) {
        return new WarrantyForm("", service, "", "", "", USUAL_NOTICE, "", null);
    }

    static WarrantyForm of(Warranty warranty) {
        var draft = warranty.draft();
        return new WarrantyForm(
                draft.name(),
                draft.service(),
                draft.supplier(),
                draft.contract(),
                draft.endsOn().toString(),
                String.valueOf(draft.noticeDays()),
                draft.note(),
                warranty.version());
    }

    /** Errors: invalid, for a day or a number that is none. */
    WarrantyDraft draft() {
        return new WarrantyDraft(name, service, supplier, contract, day(), days(), note);
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(endsOn);
        } catch (DateTimeParseException _) {
            throw Refused.invalid("endsOn", "asset.warranty_no_day");
        }
    }

    private int days() {
        try {
            return Integer.parseInt(noticeDays);
        } catch (NumberFormatException _) {
            throw Refused.invalid("noticeDays", "asset.warranty_no_number");
        }
    }
}
