package dev.qiao.admin.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Recorded;
import dev.qiao.journal.Reversals;
import dev.qiao.journal.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries of the journal in the words of the audit. */
@Component
class AuditLines {
    private final Mentions mentions;
    private final Reversals reversals;

    AuditLines(Mentions mentions, Reversals reversals) {
        this.mentions = mentions;
        this.reversals = reversals;
    }

    List<AuditLine> of(List<Recorded> entries, Me me, Page page) {
        boolean changes =
                me.may(Permission.DESK_CONFIGURE) || me.may(Permission.PEOPLE_EDIT) || me.may(Permission.ADMIN);
        var called = mentions.in(entries);
        var standing = reversals.standing(entries);
        return entries.stream()
                .map(entry -> {
                    var stands = standing.get(entry.id());
                    boolean back = changes && stands instanceof Standing.Open;
                    return AuditLine.of(entry, called, back, aside(entry, stands, page), page);
                })
                .toList();
    }

    /** For a file, which takes nothing back. */
    List<AuditLine> told(List<Recorded> entries, Page page) {
        var called = mentions.in(entries);
        return entries.stream()
                .map(entry -> AuditLine.of(entry, called, false, null, page))
                .toList();
    }

    private static @Nullable String aside(Recorded entry, @Nullable Standing stands, Page page) {
        return switch (stands) {
            case null -> {
                var why = "admin.stays." + entry.act();
                yield page.lang().has(why) ? page.t(why) : null;
            }
            case Standing.Open() -> null;
            case Standing.Done(long by) -> page.t("admin.taken_back_by", by);
            case Standing.Covered(long by) -> page.t("admin.covered_by", by);
            case Standing.Lasting(String why) -> page.t(why);
        };
    }
}
