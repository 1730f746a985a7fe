package dev.qiao.feedback.grievance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.feedback.practice.Practices;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One line of displeasure: settled in words, or a complaint when its time is over. */
@QiaoTest
class GrievancesTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    Grievances grievances;

    @Autowired
    Complaints complaints;

    @Autowired
    Practices practices;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me user;
    Me engineer;
    Me lead;
    long number;
    Instant now;

    @BeforeEach
    void aTicketInHand() {
        now = clock.nextMonday();
        lead = cast.hire("lead");
        var team = cast.team(lead);
        lead = cast.join(team, lead);
        engineer = cast.join(team, cast.hire("engineer"));
        user = cast.hire("requester", cast.organization(false));
        number = tickets.open(Draft.titled("打印机卡纸", user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), engineer.id(), null, Me.QIAO, now);
    }

    @Test
    void untouchedForItsWorkingHoursItBecomesAComplaintOnce() {
        long id = grievances.note(number, "说好上午来，没人来", user, now);
        var due = grievances.of(number, user).getFirst().dueAt();
        assertThat(due).as("eight working hours from Monday nine").isAfter(now.plus(Duration.ofHours(8)));
        workers.crank(due.minusSeconds(1));
        assertThat(complaints.about(number, lead)).isEmpty();
        clock.set(due);
        workers.crank(due);
        workers.crank(due.plusSeconds(60));
        var raised = complaints.about(number, lead);
        assertThat(raised).singleElement().satisfies(complaint -> {
            assertThat(complaint.title()).isEqualTo("说好上午来，没人来");
            assertThat(complaint.complainer()).isEqualTo(user.id());
            assertThat(complaint.against()).isEqualTo(engineer.id());
        });
        assertThat(grievances.of(number, user).getFirst().complaint())
                .isEqualTo(raised.getFirst().number());
        assertThatThrownBy(() -> grievances.settle(id, "打过电话了", engineer, due)).isInstanceOf(Refused.class);
    }

    @Test
    void settledInTimeItStaysWhatItWas() {
        long id = grievances.note(number, "态度不好", engineer, now);
        grievances.settle(id, "当面道歉", lead, now);
        workers.crank(now.plus(Duration.ofDays(30)));
        assertThat(complaints.about(number, lead)).isEmpty();
        assertThat(grievances.of(number, engineer).getFirst().settledWords()).isEqualTo("当面道歉");
        assertThat(grievances.of(number, user))
                .as("what the desk noted is the desk's")
                .isEmpty();
    }

    @Test
    void theHoursAreAnAdministratorsAndHoldForWhatIsNotedFromThenOn() {
        var before = practices.current();
        try {
            practices.change(before.after(2), Me.QIAO, now);
            grievances.note(number, "没回电话", user, now);
            assertThat(grievances.of(number, user).getFirst().dueAt()).isEqualTo(now.plus(Duration.ofHours(2)));
            assertThatThrownBy(() -> practices.change(before.after(0), Me.QIAO, now))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> practices.change(before.after(4), lead, now))
                    .isInstanceOf(Refused.class);
        } finally {
            practices.change(before, Me.QIAO, now);
        }
    }

    @Test
    void onePressesTheLineOnThePageAndMakesItFormal() {
        try (var desk = Browser.desktop(http.root()).signIn(login(engineer), Crowd.PASSWORD)) {
            desk.open("/tickets/" + number);
            desk.page().locator("#heard > summary").click();
            desk.page().locator("#grievance").fill("来了三次都没修好");
            desk.page()
                    .locator("#heard button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("记下抱怨"))
                    .click();
            desk.page().locator("#heard .ties").getByText("来了三次都没修好").waitFor();
            desk.isAccessible().shot("grievance");
            desk.page().locator("#heard .those summary").click();
            desk.page().locator("#heard [name=formal]").click();
            desk.page().locator("#heard").getByText("已转投诉").waitFor();
        }
        var complaint = complaints.about(number, lead).getFirst();
        try (var desk = Browser.desktop(http.root()).signIn(login(lead), Crowd.PASSWORD)) {
            desk.open("/complaints").isAccessible().fits().shot("complaints");
            desk.open("/complaints/" + complaint.number()).isAccessible().fits();
            desk.page().locator("button[value=handler]").first().click();
            desk.page().locator("#words").waitFor();
            desk.isAccessible().fits().shot("complaint");
        }
        try (var phone = Browser.phone(http.root()).signIn(login(user), Crowd.PASSWORD)) {
            phone.open("/my/" + number).isAccessible().fits().shot("unhappy");
            phone.open("/my/complaints").isAccessible().fits();
            phone.open("/my/complaints/" + complaint.number())
                    .isAccessible()
                    .fits()
                    .shot("my-complaint");
            phone.open("/my/complaints/new?ticket=" + number)
                    .isAccessible()
                    .fits()
                    .shot("complain");
        }
    }

    @Test
    void programsNoteAndComplainToo() {
        var mine = http.as(cast.token(user));
        mine.post("/api/v1/tickets/" + number + "/grievances", Map.of("words", "太慢"))
                .expect(201);
        assertThat(mine.get("/api/v1/tickets/" + number + "/grievances")
                        .expect(200)
                        .json()
                        .get("items"))
                .hasSize(1);
        var made = mine.post(
                        "/api/v1/complaints", Map.of("ticket", number, "cause", "slow", "title", "太慢了", "words", "三天"))
                .expect(201)
                .json();
        long complaint = made.get("number").asLong();
        assertThat(made.get("answerDueAt").asString()).isNotEmpty();
        http.as(cast.token(engineer)).get("/api/v1/complaints/" + complaint).expect(404);
        var leads = http.as(cast.token(lead));
        leads.post("/api/v1/complaints/" + complaint + "/steps", Map.of("kind", "handler"))
                .expect(201);
        leads.post("/api/v1/complaints/" + complaint + "/steps", Map.of("kind", "final_answer", "words", "对不起"))
                .expect(422);
        leads.post(
                        "/api/v1/complaints/" + complaint + "/steps",
                        Map.of("kind", "final_answer", "words", "对不起", "result", "justified"))
                .expect(201);
        mine.post("/api/v1/complaints/" + complaint + "/steps", Map.of("kind", "satisfied"))
                .expect(201);
        var told = mine.get("/api/v1/complaints/" + complaint).expect(200).json();
        assertThat(told.get("satisfied").asBoolean()).isTrue();
        assertThat(told.get("steps").toString()).doesNotContain("\"handler\"");
        mine.post("/api/v1/complaints", Map.of("title", "x")).expect(422);
    }

    private String login(Me me) {
        return Objects.requireNonNull(
                crowd.withPassword(people.find(me.id()).orElseThrow(), now).login());
    }
}
