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
import dev.qiao.people.People;
import dev.qiao.people.Person;
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

/** The register as a file. */
@Controller
@Needs(Permission.PEOPLE_EDIT)
class PersonExportController {
    private static final int PAGE = 500;

    private final People people;
    private final Organizations organizations;
    private final Rights rights;
    private final Exports exports;

    PersonExportController(People people, Organizations organizations, Rights rights, Exports exports) {
        this.people = people;
        this.organizations = organizations;
        this.rights = rights;
        this.exports = exports;
    }

    @GetMapping("/people/export")
    void index(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable String as,
            Me me,
            Page page,
            HttpServletResponse response)
            throws IOException {
        var heads = List.of(
                page.t("people.name"), page.t("people.login"), page.t("people.organization"), page.t("people.mail"));
        var sheet = new Sheet(page.t("people.persons"), heads, new Walk(q, me));
        exports.write(sheet, Coded.of(Format.class, "format", format), as, page, response);
    }

    /** Page after page, as long as the person still keeps the register. */
    private final class Walk implements Sheet.Source {
        private final @Nullable String words;
        private final Me asker;
        private @Nullable Person last;
        private boolean over;

        Walk(@Nullable String words, Me asker) {
            this.words = words;
            this.asker = asker;
        }

        @Override
        public Optional<List<List<@Nullable Object>>> next() {
            boolean may = rights.of(asker.id())
                    .filter(me -> me.may(Permission.PEOPLE_EDIT))
                    .isPresent();
            if (over || !may) return Optional.empty();
            var some = people.page(words, last, PAGE);
            over = some.size() < PAGE;
            if (!some.isEmpty()) last = some.getLast();
            var theirs =
                    organizations.of(some.stream().map(Person::organization).toList());
            return Optional.of(some.stream()
                    .map(person -> {
                        var organization = theirs.get(person.organization());
                        return Arrays.<@Nullable Object>asList(
                                person.name(),
                                person.login(),
                                organization == null ? null : organization.name(),
                                person.mail());
                    })
                    .toList());
        }
    }
}
