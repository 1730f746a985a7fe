package dev.qiao.ticket.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.Crowd;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Editing.Wanted;
import dev.qiao.ticket.Matter;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketHistory;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.undo.Undos;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a ticket answers comes back with it. */
@QiaoTest
class AnswersUndoneTest {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @Autowired
    Cast cast;

    @Autowired
    Forms forms;

    @Autowired
    Answers answers;

    @Autowired
    Undos undos;

    @Autowired
    Tickets tickets;

    @Autowired
    Editing editing;

    @Autowired
    Categories categories;

    @Autowired
    Crowd crowd;

    @Autowired
    TicketHistory history;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me admin;
    Me lin;
    Instant now;
    String code;
    long number;

    @BeforeEach
    void aTicketThatAnswers() {
        now = clock.instant();
        admin = cast.hire("admin");
        lin = cast.join(cast.team(null), cast.hire("engineer"));
        code = "taken-back-" + NEXT.getAndIncrement();
        var form = forms.create(new FormHead(code, "申请" + code, null, null, "key-round", 1, true), admin, now);
        var fields = List.of(text("system"), text("why"));
        var drawn = forms.redraft(code, form.revision(), new Definition("", "", "", null, null, fields), admin, now);
        forms.publish(code, drawn.revision(), admin, now);
        number = opened(Map.of("system", List.of("财务系统")));
    }

    private static Field text(String code) {
        return new Field(code, code, "", false, null, null, List.of(), new Shape.Text(false, null, null, null));
    }

    private long opened(Map<String, List<String>> given) {
        var version = Objects.requireNonNull(forms.find(code).current()).id();
        var draft = Draft.titled("要权限", lin, Source.WEB).filled(new Filled(version, given));
        return tickets.open(draft, now).number();
    }

    private Ticket ticket() {
        return tickets.of(List.of(number)).getFirst();
    }

    private Map<String, List<String>> answered() {
        return answers.typed(answers.of(ticket()).orElseThrow());
    }

    private List<String> acts() {
        return history.of(ticket(), lin, 0, 50).stream()
                .map(e -> e.entry().act())
                .toList();
    }

    @Test
    void changedAnswersStandAsBeforeAndBothActsAreOnRecord() {
        answers.change(number, null, Map.of("system", List.of("邮件"), "why", List.of("换岗")), lin, now);
        assertThat(undos.of(ticket(), lin, now)).isPresent();
        undos.takeBack(number, lin, now.plusSeconds(60));
        assertThat(answered()).isEqualTo(Map.of("system", List.of("财务系统")));
        assertThat(acts()).contains("ticket.answered").containsOnlyOnce("ticket.taken_back");
        assertThat(undos.of(ticket(), lin, now)).isEmpty();
    }

    @Test
    void whatWasChangedOfTheTicketAndItsAnswersAtOnceComesBackAtOnce() {
        var before = ticket();
        answers.edit(number, null, AnswersUndoneTest::urgent, Map.of("why", List.of("换岗")), lin, now);
        assertThat(ticket().weight().urgency()).isEqualTo(Level.HIGH);
        undos.takeBack(number, lin, now.plusSeconds(60));
        assertThat(ticket().weight()).isEqualTo(before.weight());
        assertThat(answered()).isEqualTo(Map.of("system", List.of("财务系统")));
        assertThat(acts().stream().filter("ticket.taken_back"::equals)).hasSize(2);
    }

    private static Wanted urgent(Wanted was) {
        return new Wanted(was.matter(), was.impact(), Level.HIGH, was.priority(), was.reason());
    }

    @Test
    void theFirstAnswersGoAgain() {
        var category = categories.save(new Category(0, crowd.word("c"), null, "权限", 900, true), admin, now);
        var form = forms.find(code);
        var head = new FormHead(code, form.name(), category.id(), null, form.icon(), 1, true);
        forms.update(code, form.revision(), head, admin, now);
        number = tickets.open(Draft.titled("要权限", lin, Source.WEB), now).number();
        editing.edit(number, null, was -> within(category.id(), was), lin, now);
        answers.change(number, null, Map.of("system", List.of("邮件")), lin, now);
        assertThat(answered()).containsKey("system");
        undos.takeBack(number, lin, now.plusSeconds(60));
        assertThat(answers.of(ticket())).isEmpty();
        assertThat(ticket().matter().category()).isEqualTo(category.id());
    }

    private static Wanted within(long category, Wanted was) {
        var m = was.matter();
        var matter = new Matter(
                m.kind(),
                m.title(),
                m.description(),
                category,
                m.service(),
                m.organization(),
                m.requester(),
                m.reporter(),
                m.source(),
                m.startedAt(),
                m.tags(),
                m.restricted(),
                m.vip());
        return new Wanted(matter, was.impact(), was.urgency(), was.priority(), was.reason());
    }

    @Test
    void answersThatSomebodyChangedSinceStay() {
        answers.change(number, null, Map.of("why", List.of("换岗")), lin, now);
        var other = cast.hire("dispatcher");
        answers.change(number, null, Map.of("why", List.of("审计")), other, now);
        assertThatThrownBy(() -> undos.takeBack(number, lin, now)).isInstanceOf(Refused.class);
        undos.takeBack(number, other, now);
        assertThat(answered()).containsEntry("why", List.of("换岗"));
    }

    @Test
    void whatChangesNothingLeavesNothingToTakeBack() {
        answers.change(number, null, Map.of("system", List.of("财务系统")), lin, now);
        assertThat(undos.of(ticket(), lin, now)).isEmpty();
    }

    @Test
    void theApiTakesAnswersBackWithTheTicket() {
        var api = http.as(cast.token(lin));
        var path = "/api/v1/tickets/" + number;
        api.patch(path, "{\"fields\":{\"system\":\"邮件\"},\"urgency\":\"high\"}").expect(200);
        assertThat(api.get(path + "/undo").expect(200).json().get("act").asString())
                .isEqualTo("edit");
        var back = api.post(path + "/undo").expect(200).json();
        assertThat(back.get("fields").get("system").asString()).isEqualTo("财务系统");
        assertThat(back.get("urgency").asString()).isNotEqualTo("high");
    }
}
