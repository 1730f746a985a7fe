package dev.qiao.admin.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.sheet.Export;
import dev.qiao.base.sheet.Walk;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Audit;
import dev.qiao.people.Rights;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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

    AuditExportController(Audit audit, AuditLines lines, Sought sought, Rights rights) {
        this.audit = audit;
        this.lines = lines;
        this.sought = sought;
        this.rights = rights;
    }

    @GetMapping("/audit/export")
    void index(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable Long subject,
            Me me,
            Page page,
            Export file)
            throws IOException {
        var search = sought.search(act, who, kind, subject);
        var heads = List.of("admin.when", "admin.who", "admin.what", "admin.subject", "admin.change");
        var walk = new Walk<String>(
                () -> rights.of(me.id()).filter(now -> now.may(Permission.AUDIT_SEE)),
                (cursor, reader) -> some(search, cursor, reader, page));
        file.write(page.t("admin.audit"), heads, walk, page);
    }

    private Walk.Part<String> some(Audit.Search search, @Nullable String cursor, Me me, Page page) {
        var some = audit.list(search, new Paging(Paging.MOST, cursor), me);
        var rows = lines.told(some.items(), page).stream()
                .map(line -> Arrays.<@Nullable Object>asList(
                        line.entry().at(),
                        line.who() == null ? page.t("base.qiao") : line.who(),
                        line.what(),
                        line.subject(),
                        line.differences().stream()
                                .map(d -> d.field() + ": " + (d.before() == null ? "" : d.before() + " → ")
                                        + (d.after() == null ? "" : d.after()))
                                .collect(Collectors.joining("\n"))))
                .toList();
        return new Walk.Part<>(rows, some.next());
    }
}
