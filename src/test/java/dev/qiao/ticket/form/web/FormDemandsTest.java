package dev.qiao.ticket.form.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a category demands of people it demands through the API too; who names no category is asked nothing. */
@QiaoTest
class FormDemandsTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Categories categories;

    @Autowired
    Tickets tickets;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me user;
    Http asUser;
    Http asAdmin;
    String form;
    Category branch;

    @BeforeEach
    void aCategoryWithAForm() {
        var admin = cast.hire("admin");
        user = cast.hire("requester", cast.organization(false));
        asUser = http.as(cast.token(user));
        asAdmin = http.as(cast.token(admin));
        form = crowd.word("demand").toLowerCase(Locale.ROOT);
        branch = categories.save(new Category(0, form, null, "权限", 1, true), admin, clock.instant());
        categories.save(new Category(0, form + ".sub", branch.id(), "财务", 1, true), admin, clock.instant());
        asAdmin.post("/api/v1/forms", Map.of("code", form, "name", "权限单", "category", form))
                .expect(201);
        publish(field("system", true), field("level", true), field("note", false));
    }

    private static Map<String, Object> field(String code, boolean required) {
        return Map.of(
                "code", code, "label", code, "required", required, "shape", Map.of("kind", "text", "lines", false));
    }

    private void publish(Object... fields) {
        asAdmin.post("/api/v1/forms/" + form + "/versions", Map.of("fields", List.of(fields)))
                .expect(201);
    }

    private Http.Answer opened(String category) {
        return asUser.post("/api/v1/tickets", Map.of("title", "要看账", "category", category));
    }

    @Test
    void whatIsMissingIsNamedAlsoForACategoryBelow() {
        for (var category : List.of(form, form + ".sub")) {
            var errors = opened(category).expect(422).json().get("errors");
            assertThat(errors.valueStream().map(error -> error.get("field").asString()))
                    .containsExactly("fields.system", "fields.level");
        }
        var fields = Map.of("system", "财务系统", "level", "只读");
        var ticket = asUser.post("/api/v1/tickets", Map.of("title", "要看账", "category", form, "fields", fields))
                .expect(201)
                .json();
        assertThat(ticket.get("form").get("code").asString()).isEqualTo(form);
    }

    @Test
    void whoNamesNoCategoryIsAskedNothing() {
        asUser.post("/api/v1/tickets", Map.of("title", "机器报的")).expect(201);
    }

    @Test
    void otherRoomsOpenTicketsInItByTheBatch() {
        var draft = new Draft(
                UUID.randomUUID(),
                user,
                Kind.INCIDENT,
                "批量",
                "",
                Level.MEDIUM,
                Level.MEDIUM,
                branch.id(),
                null,
                null,
                null,
                Source.API,
                null,
                List.of(),
                false);
        assertThat(tickets.open(List.of(draft), clock.instant())).hasSize(1);
    }

    @Test
    void aFormThatDemandsNothingOrIsOutOfUseHoldsNobodyUp() {
        publish(field("note", false));
        assertThat(String.valueOf(opened(form).expect(201).json().get("form"))).isEqualTo("null");
        publish(field("system", true));
        opened(form).expect(422);
        asAdmin.post("/api/v1/forms/" + form + "/retirement").expect(204);
        opened(form).expect(201);
    }
}
