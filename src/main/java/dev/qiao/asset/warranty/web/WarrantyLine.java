package dev.qiao.asset.warranty.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.warranty.Warranty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A warranty as it is read in a list. */
public record WarrantyLine(Warranty warranty, @Nullable Service service, LocalDate today) {
    /** The shape and colour of its state. */
    public String mark() {
        if (warranty.over(today)) return "missed";
        return warranty.due(today) ? "near" : "resolved";
    }

    /** The key of the word for its state. */
    public String word() {
        if (warranty.over(today)) return "asset.warranty_over";
        return warranty.due(today) ? "asset.warranty_due" : "asset.warranty_holds";
    }

    /** Whole days from or until its last day, whichever way. */
    public long days() {
        return Math.abs(warranty.daysLeft(today));
    }
}
