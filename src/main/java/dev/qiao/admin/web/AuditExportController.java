package dev.qiao.admin.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.sheet.Exports;
import dev.qiao.base.sheet.Format;
import dev.qiao.base.sheet.Sheet;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Audit;
import dev.qiao.people.Rights;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit as a file. */
@Controller
@Needs(Permission.AUDIT_SEE)
class AuditExportController {
    private final Audit audit;
    private final AuditLines lines;
    private final Sought sought;
    private final Rights rights;
    private final Exports exports;

    AuditExportController(Audit audit, AuditLines lines, Sought sought, Rights rights, Exports exports) {
        this.audit = audit;
        this.lines = lines;
        this.sought = sought;
        this.rights = rights;
        this.exports = exports;
    }

    @GetMapping("/audit/export")
    void index(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable Long subject,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable String as,
            Me me,
            Page page,
            HttpServletResponse response)
            throws IOException {
        var search = sought.search(act, who, kind, subject);
        var heads = List.of(
                page.t("admin.when"),
                page.t("admin.who"),
                page.t("admin.what"),
                page.t("admin.subject"),
                page.t("admin.change"));
        var sheet = new Sheet(page.t("admin.audit"), heads, new Walk(search, me, page));
        exports.write(sheet, Coded.of(Format.class, "format", format), as, page, response);
    }

    /** Page after page, as long as the person may still read the audit. */
    private final class Walk implements Sheet.Source {
        private final Audit.Search search;
        private final Me asker;
        private final Page page;
        private @Nullable String cursor;
        private boolean over;

        Walk(Audit.Search search, Me asker, Page page) {
            this.search = search;
            this.asker = asker;
            this.page = page;
        }

        @Override
        public Optional<List<List<@Nullable Object>>> next() {
            var me = rights.of(asker.id()).filter(now -> now.may(Permission.AUDIT_SEE));
            if (over || me.isEmpty()) return Optional.empty();
            var some = audit.list(search, new Paging(Paging.MOST, cursor), me.get());
            cursor = some.next();
            over = cursor == null;
            return Optional.of(lines.told(some.items(), page).stream()
                    .map(line -> Arrays.<@Nullable Object>asList(
                            line.entry().at(),
                            line.who() == null ? page.t("base.qiao") : line.who(),
                            line.what(),
                            line.subject(),
                            line.differences().stream()
                                    .map(d -> d.field() + ": " + (d.before() == null ? "" : d.before() + " → ")
                                            + (d.after() == null ? "" : d.after()))
                                    .collect(Collectors.joining("\n"))))
                    .toList());
        }
    }
}
