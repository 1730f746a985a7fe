package dev.qiao.admin.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Audit;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who changed what, when, from what to what. */
@Controller
@Needs(Permission.AUDIT_SEE)
class AuditController {
    private final Audit audit;
    private final AuditLines lines;
    private final People people;

    AuditController(Audit audit, AuditLines lines, People people) {
        this.audit = audit;
        this.lines = lines;
        this.people = people;
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
        var search = new Audit.Search(blankless(kind), subject, blankless(act), actor(who), null, null);
        var found = audit.list(search, new Paging(Paging.STANDARD, blankless(cursor)), me);
        model.addAttribute("lines", lines.of(found.items(), me, page));
        model.addAttribute(
                "acts",
                audit.acts(me).stream()
                        .map(code -> new Choice(code, AuditLine.act(code, page.lang())))
                        .toList());
        model.addAttribute("act", act);
        model.addAttribute("who", who);
        model.addAttribute("next", found.next() == null ? null : next(act, who, kind, subject, found.next()));
        return cursor != null && page.visit().fragment() ? "admin/web/audit_rows" : "admin/web/audit";
    }

    /** A login; nobody's is refused rather than passed over. */
    private @Nullable Long actor(String login) {
        if (login.isBlank()) return null;
        return people.byLogin(login).map(Person::id).orElseThrow(() -> Refused.invalid("who", "admin.no_login", login));
    }

    private static String next(String act, String who, String kind, @Nullable Long subject, String cursor) {
        return UriComponentsBuilder.fromPath("/audit")
                .queryParam("act", "{act}")
                .queryParam("who", "{who}")
                .queryParam("kind", "{kind}")
                .queryParam("subject", "{subject}")
                .queryParam("cursor", "{cursor}")
                .encode()
                .buildAndExpand(act, who, kind, subject == null ? "" : subject, cursor)
                .toUriString();
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
