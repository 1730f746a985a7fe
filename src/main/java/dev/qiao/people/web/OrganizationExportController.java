package dev.qiao.people.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.sheet.Exports;
import dev.qiao.base.sheet.Format;
import dev.qiao.base.sheet.Sheet;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Organizations;
import dev.qiao.people.Rights;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Departments and clients as a file. */
@Controller
@Needs(Permission.PEOPLE_EDIT)
class OrganizationExportController {
    private static final int PAGE = 500;

    private final Organizations organizations;
    private final Rights rights;
    private final Exports exports;

    OrganizationExportController(Organizations organizations, Rights rights, Exports exports) {
        this.organizations = organizations;
        this.rights = rights;
        this.exports = exports;
    }

    @GetMapping("/organizations/export")
    void index(
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable String as,
            Me me,
            Page page,
            HttpServletResponse response)
            throws IOException {
        var heads = List.of(
                page.t("people.organization_name"),
                page.t("people.code_word"),
                page.t("people.vip"),
                page.t("people.is_active"));
        var sheet = new Sheet(page.t("people.organizations"), heads, new Walk(me, page));
        exports.write(sheet, Coded.of(Format.class, "format", format), as, page, response);
    }

    /** Page after page, as long as the person still keeps the register. */
    private final class Walk implements Sheet.Source {
        private final Me asker;
        private final Page page;
        private @Nullable String after = "";

        Walk(Me asker, Page page) {
            this.asker = asker;
            this.page = page;
        }

        @Override
        public Optional<List<List<@Nullable Object>>> next() {
            boolean may = rights.of(asker.id())
                    .filter(me -> me.may(Permission.PEOPLE_EDIT))
                    .isPresent();
            if (after == null || !may) return Optional.empty();
            var some = organizations.page(after, PAGE);
            after = some.size() < PAGE ? null : some.getLast().code();
            return Optional.of(some.stream()
                    .map(one ->
                            Arrays.<@Nullable Object>asList(one.name(), one.code(), yes(one.vip()), yes(one.active())))
                    .toList());
        }

        private String yes(boolean is) {
            return page.t(is ? "base.sheet.yes" : "base.sheet.no");
        }
    }
}
