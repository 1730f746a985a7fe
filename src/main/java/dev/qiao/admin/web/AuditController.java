package dev.qiao.admin.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who changed what, when, from what to what. */
@Controller
@Needs(Permission.AUDIT_SEE)
class AuditController {
    private final Audit audit;
    private final AuditLines lines;
    private final Sought sought;

    AuditController(Audit audit, AuditLines lines, Sought sought) {
        this.audit = audit;
        this.lines = lines;
        this.sought = sought;
    }

    @GetMapping("/audit")
    String index(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable Long subject,
            @RequestParam(required = false) @Nullable String cursor,
            Page page,
            Me me,
            Model model) {
        var search = sought.search(act, who, kind, subject);
        var found = audit.list(search, new Paging(Paging.STANDARD, Sought.blankless(cursor)), me);
        model.addAttribute("lines", lines.of(found.items(), me, page));
        model.addAttribute(
                "acts",
                audit.acts(me).stream()
                        .map(code -> new Choice(code, AuditLine.act(code, page.lang())))
                        .toList());
        model.addAttribute("act", act);
        model.addAttribute("who", who);
        model.addAttribute("export", Sought.address("/audit/export", act, who, kind, subject, null));
        var next = found.next();
        model.addAttribute("next", next == null ? null : Sought.address("/audit", act, who, kind, subject, next));
        return cursor != null && page.visit().fragment() ? "admin/web/audit_rows" : "admin/web/audit";
    }
}
