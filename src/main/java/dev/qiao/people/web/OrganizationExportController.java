package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.sheet.Export;
import dev.qiao.base.sheet.Walk;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Organizations;
import dev.qiao.people.Rights;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Departments and clients as a file. */
@Controller
@Needs(Permission.PEOPLE_EDIT)
class OrganizationExportController {
    private final Organizations organizations;
    private final Rights rights;

    OrganizationExportController(Organizations organizations, Rights rights) {
        this.organizations = organizations;
        this.rights = rights;
    }

    @GetMapping("/organizations/export")
    void index(Me me, Page page, Export file) throws IOException {
        var heads = List.of("people.organization_name", "people.code_word", "people.vip", "people.is_active");
        var walk = new Walk<String>(
                () -> rights.of(me.id()).filter(now -> now.may(Permission.PEOPLE_EDIT)),
                (after, _) -> some(after, page));
        file.write(page.t("people.organizations"), heads, walk, page);
    }

    private Walk.Part<String> some(@Nullable String after, Page page) {
        var some = organizations.page(after == null ? "" : after, Walk.PAGE);
        var rows = some.stream()
                .map(one -> Arrays.<@Nullable Object>asList(
                        one.name(), one.code(), yes(one.vip(), page), yes(one.active(), page)))
                .toList();
        return new Walk.Part<>(
                rows, some.size() < Walk.PAGE ? null : some.getLast().code());
    }

    private static String yes(boolean is, Page page) {
        return page.t(is ? "base.sheet.yes" : "base.sheet.no");
    }
}
