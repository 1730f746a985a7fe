package dev.qiao.feedback.call;

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
import dev.qiao.feedback.Ratings;
import dev.qiao.feedback.call.Call.Reason;
import dev.qiao.feedback.call.Call.Result;
import dev.qiao.feedback.grievance.Grievances;
import dev.qiao.feedback.practice.Practice;
import dev.qiao.feedback.practice.Practices;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.report.Measure;
import dev.qiao.report.Period;
import dev.qiao.report.Targets;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom the desk rings up, what it writes down, and how many of all it reached. */
@QiaoTest
class CallsTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    Ratings ratings;

    @Autowired
    Calls calls;

    @Autowired
    Grievances grievances;

    @Autowired
    Practices practices;

    @Autowired
    Targets targets;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Practice before;
    Me user;
    Me engineer;
    Me manager;
    Team team;
    Instant now;

    @BeforeEach
    void nobodyIsSampled() {
        now = clock.nextMonday();
        workers.crank(now);
        before = practices.current();
        practices.change(before.calling(0, true, true), Me.QIAO, now);
        team = cast.team(null);
        engineer = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
        user = cast.hire("requester", cast.organization(false));
    }

    @AfterEach
    void asBefore() {
        workers.crank(clock.instant());
        practices.change(before, Me.QIAO, clock.instant());
    }

    private long closed(Me requester, boolean restricted) {
        var draft = new Draft(
                UUID.randomUUID(),
                manager,
                Kind.INCIDENT,
                "打印机卡纸",
                "",
                Level.LOW,
                Level.LOW,
                null,
                null,
                null,
                requester.id(),
                Source.PHONE,
                null,
                List.of(),
                restricted);
        long number = tickets.open(List.of(draft), now).getFirst().number();
        tickets.assign(number, null, team.id(), engineer.id(), null, manager, now);
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了", null, engineer, now);
        tickets.close(number, null, requester, now);
        return number;
    }

    private Optional<Call> call(long ticket, Me me) {
        workers.crank(now);
        return calls.due(me, now).stream().filter(c -> c.ticket() == ticket).findFirst();
    }

    @Test
    void everyVipAndEveryLowRatingIsRungUpAndOfTheOthersAShare() {
        var vip = cast.hire("requester", cast.organization(true));
        assertThat(call(closed(vip, false), engineer).orElseThrow().reason()).isEqualTo(Reason.VIP);
        long plain = closed(user, false);
        assertThat(call(plain, engineer)).isEmpty();
        ratings.rate(plain, 3, "", user, now);
        assertThat(call(plain, engineer)).isEmpty();
        ratings.rate(plain, 2, "又坏了", user, now);
        assertThat(call(plain, engineer).orElseThrow().reason()).isEqualTo(Reason.LOW_RATING);

        practices.change(before.calling(40, true, true), Me.QIAO, now);
        int sampled = 0;
        for (int i = 0; i < 40; i++) if (call(closed(user, false), engineer).isPresent()) sampled++;
        assertThat(sampled).as("of forty, at forty percent").isBetween(6, 28);
    }

    @Test
    void aLowRatingComesBeforeTheOtherReasonAndThereIsOneCallForATicket() {
        var vip = cast.hire("requester", cast.organization(true));
        long number = closed(vip, false);
        long id = call(number, engineer).orElseThrow().id();
        ratings.rate(number, 1, "", vip, now);
        var after = call(number, engineer).orElseThrow();
        assertThat(after.id()).isEqualTo(id);
        assertThat(after.reason()).isEqualTo(Reason.LOW_RATING);
    }

    @Test
    void whoeverIsReachedIsWrittenDownOnceAndDispleasureBecomesAGrievance() {
        long number = lowRated();
        var call = call(number, engineer).orElseThrow();
        calls.reached(call.id(), false, "修了三次", engineer, now);
        assertThat(call(number, engineer)).isEmpty();
        assertThat(calls.done(now, engineer))
                .filteredOn(c -> c.ticket() == number)
                .singleElement()
                .satisfies(c -> assertThat(c.result()).isEqualTo(Result.DISSATISFIED));
        assertThat(grievances.of(number, engineer))
                .singleElement()
                .satisfies(g -> assertThat(g.words()).isEqualTo("修了三次"));
        assertThatThrownBy(() -> calls.reached(call.id(), true, "", engineer, now))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoeverDoesNotAnswerIsTriedAgainAWorkingDayLaterAndThreeTimesInAll() {
        long number = lowRated();
        for (int i = 1; i <= 3; i++) {
            var call = call(number, engineer).orElseThrow();
            assertThat(call.attempts()).isEqualTo(i - 1);
            var missed = calls.missed(call.id(), null, "", engineer, now);
            assertThat(call(number, engineer)).as("not at once").isEmpty();
            if (i < 3) assertThat(missed.dueAt()).isAfterOrEqualTo(now.plus(Duration.ofHours(8)));
            else assertThat(missed.result()).isEqualTo(Result.UNREACHABLE);
            // Between two working days there may be a week of holidays.
            now = clock.advance(i < 3 ? Duration.between(now, missed.dueAt()).plusSeconds(1) : Duration.ofDays(30));
        }
        assertThat(call(number, engineer)).isEmpty();
    }

    @Test
    void theListShowsNoTicketThatOneDoesNotSee() {
        long number = closed(user, true);
        ratings.rate(number, 1, "工资表", user, now);
        var other = cast.hire("dispatcher");
        var call = call(number, engineer);
        assertThat(call(number, other)).isEmpty();
        call.ifPresent(c -> assertThatThrownBy(() -> calls.reached(c.id(), true, "", other, now))
                .isInstanceOf(Refused.class));
        http.as(cast.token(other)).get("/api/v1/calls?limit=200").expect(200);
        assertThat(http.as(cast.token(other)).get("/api/v1/calls?limit=200").text())
                .doesNotContain("\"ticket\":" + number + ",");
    }

    @Test
    void coverageIsTheShareOfAllThatWereClosedWhoseRequesterWasReached() {
        long reached = lowRated();
        long missed = lowRated();
        closed(user, false);
        calls.reached(call(reached, engineer).orElseThrow().id(), true, "", engineer, now);
        var lead = cast.join(team, cast.hire("lead"));
        var figure = targets.figure(Measure.FOLLOW_UP_COVERAGE, new Period(now, now.plusSeconds(3600)), lead, now);
        assertThat(figure.n()).isEqualTo(3);
        assertThat(figure.missed()).isEqualTo(2);
        assertThat(figure.value()).isBetween(33.0, 34.0);
        assertThat(figure.goal()).isEqualTo(60);
        assertThat(targets.behind(
                        Measure.FOLLOW_UP_COVERAGE, new Period(now, now.plusSeconds(3600)), 10, null, lead, now))
                .anyMatch(b -> b.number() == missed && !b.good())
                .anyMatch(b -> b.number() == reached && b.good());
    }

    @Test
    void whatSomebodyMadeOfTheirOwnAccordIsDoneWith() {
        long waiting = lowRated();
        assertThat(call(waiting, engineer)).isPresent();
        calls.made(waiting, true, "", engineer, now);
        assertThat(call(waiting, engineer)).isEmpty();
        long other = closed(user, false);
        calls.made(other, true, "", engineer, now);
        assertThat(calls.done(now, engineer).stream().map(Call::ticket)).contains(waiting, other);
        assertThatThrownBy(() -> calls.made(other, true, "", user, now)).isInstanceOf(Refused.class);
    }

    @Test
    void programsReadTheListAndSayWhatCameOfIt() {
        long number = lowRated();
        var call = call(number, engineer).orElseThrow();
        var mine = http.as(cast.token(engineer));
        assertThat(mine.get("/api/v1/calls?limit=200").expect(200).text()).contains("\"ticket\":" + number);
        mine.post("/api/v1/calls/" + call.id() + "/result", Map.of("reached", true))
                .expect(422);
        var again = now.plus(Duration.ofDays(2)).toString();
        assertThat(mine.post("/api/v1/calls/" + call.id() + "/result", Map.of("reached", false, "again", again))
                        .expect(201)
                        .json()
                        .get("dueAt")
                        .asString())
                .isEqualTo(again);
    }

    @Test
    void oneKeyWritesItDown() {
        long number = lowRated();
        assertThat(call(number, engineer)).isPresent();
        var login = crowd.withPassword(people.find(engineer.id()).orElseThrow(), now)
                .login();
        try (var desk = Browser.desktop(http.root()).signIn(Objects.requireNonNull(login), Crowd.PASSWORD)) {
            desk.open("/calls").isAccessible().fits().shot("calls");
            desk.page()
                    .locator("tr:has(a[href='/tickets/" + number + "']) a.go")
                    .focus();
            desk.page().keyboard().press("y");
            desk.page().locator(".toast").getByText("满意").waitFor();
        }
        assertThat(calls.done(now, engineer)).anyMatch(c -> c.ticket() == number && c.result() == Result.SATISFIED);
        try (var phone = Browser.phone(http.root()).signIn(login, Crowd.PASSWORD)) {
            phone.open("/calls?done=true").isAccessible().fits();
            lowRated();
            workers.crank(now);
            phone.open("/calls").isAccessible().fits().shot("calls-phone");
        }
    }

    private long lowRated() {
        long number = closed(user, false);
        ratings.rate(number, 1, "等了很久", user, now);
        return number;
    }
}
