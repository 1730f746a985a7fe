package dev.qiao.ticket.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.people.Organization;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.sla.Clocks;
import dev.qiao.sla.Metric;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.TicketHistory;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.split.Splits;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class MergesTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Merges merges;

    @Autowired
    Splits splits;

    @Autowired
    People people;

    @Autowired
    Db db;

    @Autowired
    TicketHistory history;

    @Autowired
    Clocks clocks;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Organization house;
    Me user;
    Me colleague;
    Me stranger;
    Me lin;
    Me manager;
    Team team;
    Instant now;
    long survivor;
    long merged;

    @BeforeEach
    void twoThatAreTheSame() {
        now = clock.instant();
        team = cast.team(null);
        house = cast.organization(false);
        user = cast.hire("requester", house);
        colleague = cast.hire("requester", house);
        stranger = cast.hire("requester", cast.organization(false));
        lin = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
        survivor = open("门户打不开", user);
        merged = open("登录页白屏", colleague);
    }

    private long open(String title, Me by) {
        var number = tickets.open(Draft.titled(title, by, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), null, null, manager, now);
        return number;
    }

    @Test
    void whoFollowsGoesAlongHoweverManyFollowed() {
        db.sql("""
                with crowd as (
                    insert into people.person (id, name, organization_id)
                    select nextval('people.person_id_seq'), '围观' || i, :house from generate_series(1, 600) i returning id)
                insert into people.participant (kind, subject, person_id, role, since)
                select 'ticket', :merged, id, 'watcher', :now from crowd
                """)
                .bind("house", house.id())
                .bind("merged", merged)
                .bind("now", now)
                .update();
        merges.merge(merged, survivor, manager, now);
        assertThat(following()).isEqualTo(601);
        merges.unmerge(merged, manager, now);
        assertThat(following()).isZero();
    }

    private long following() {
        return db.sql(
                        "select count(*) as n from people.participant where kind = 'ticket' and subject = :n and role = 'merged'")
                .bind("n", survivor)
                .one(row -> row.number("n"));
    }

    @Test
    void whatIsMergedIsClosedAsADuplicateAndItsClocksStop() {
        merges.merge(merged, survivor, lin, now);
        var ticket = tickets.find(merged, lin);
        assertThat(ticket.stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        c -> assertThat(c.resolution().code()).isEqualTo(Outcome.DUPLICATE));
        assertThat(clocks.of(Tickets.KIND, List.of(merged)).get(merged)).allMatch(c -> c.stopped());
        assertThat(merges.survivor(merged)).contains(survivor);
    }

    @Test
    void whatGoesOnInAnotherOffersOnlyToBeTakenOut() {
        var before = tickets.allowed(tickets.find(merged, lin), lin, now);
        merges.merge(merged, survivor, lin, now);
        var api = http.as(cast.token(lin));
        var said = api.get("/api/v1/tickets/" + merged).expect(200).json().get("allowed");
        assertThat(said.values())
                .as("allowed")
                .extracting(each -> each.asString())
                .containsExactly("merge");
        assertThat(tickets.allowed(tickets.find(merged, colleague), colleague, now))
                .isSubsetOf(Act.MERGE);
        api.post("/api/v1/tickets/" + merged + "/watching").expect(409);
        merges.unmerge(merged, lin, now);
        assertThat(tickets.allowed(tickets.find(merged, lin), lin, now)).isEqualTo(before);
    }

    @Test
    void takenOutAgainItStandsAsBeforeAndItsClocksGoOn() {
        var before = tickets.find(merged, lin);
        merges.merge(merged, survivor, lin, now);
        merges.unmerge(merged, lin, now.plus(Duration.ofHours(2)));
        var after = tickets.find(merged, lin);
        assertThat(after.stage()).isEqualTo(before.stage());
        assertThat(after.times().closedAt()).isNull();
        var running = clocks.of(Tickets.KIND, List.of(merged)).get(merged);
        assertThat(running).extracting(c -> c.metric()).contains(Metric.RESPONSE, Metric.RESOLUTION);
        assertThat(running).allMatch(c -> c.ticking());
    }

    @Test
    void takenOutAgainItIsWithItsTeamWhereWhoHadItHasLeft() {
        var wei = cast.join(team, cast.hire("engineer"));
        tickets.accept(merged, null, wei, now);
        merges.merge(merged, survivor, lin, now);
        people.activate(wei.id(), false, Me.QIAO, now);
        var back = merges.unmerge(merged, lin, now.plus(Duration.ofHours(2)));
        assertThat(back.stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(back.place().team()).isEqualTo(team.id());
        assertThat(back.place().person()).isNull();
        assertThat(history.of(back, lin, 0, 50))
                .extracting(e -> e.entry().act())
                .contains("ticket.unmerged", "ticket.handed_back");
    }

    @Test
    void itsWordsFilesAndWatchersAreThereForTheSurvivor() {
        conversation.say(merged, "我也进不去", Audience.PUBLIC, List.of(), colleague, now);
        var file = conversation.keep("白屏.png", "image/png", new ByteArrayInputStream(new byte[] {1}), colleague, now);
        conversation.attach(merged, List.of(file.id()), Audience.PUBLIC, colleague, now);
        merges.merge(merged, survivor, lin, now);
        var ticket = tickets.find(survivor, lin);
        assertThat(conversation.of(merges.read(ticket, lin), lin, 0, 50))
                .extracting(c -> c.text())
                .containsExactly("我也进不去");
        assertThat(conversation.files(merges.read(ticket, lin), lin)).hasSize(1);
        assertThat(tickets.find(survivor, colleague).number()).isEqualTo(survivor);
        var page = http.as(cast.token(lin)).get("/api/v1/attachments/" + file.id());
        page.expect(200);
    }

    @Test
    void aStrangerSeesNothingOfTheSurvivorAndNobodyOfTheirs() {
        long theirs = open("我们公司也打不开", stranger);
        conversation.say(theirs, "合同编号在此", Audience.PUBLIC, List.of(), stranger, now);
        merges.merge(theirs, survivor, lin, now);
        assertThatThrownBy(() -> tickets.find(survivor, stranger)).isInstanceOf(Refused.class);
        assertThat(tickets.find(theirs, stranger).number()).isEqualTo(theirs);
        var seen = tickets.find(survivor, user);
        assertThat(conversation.of(merges.read(seen, user), user, 0, 50)).isEmpty();
        assertThat(conversation.of(merges.read(seen, lin), lin, 0, 50)).hasSize(1);
    }

    @Test
    void whatGoesOnElsewhereTakesNoActsAndSaysWhereToGo() {
        merges.merge(merged, survivor, lin, now);
        assertThatThrownBy(() -> conversation.say(merged, "还在吗", Audience.PUBLIC, List.of(), colleague, now))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.problems().getFirst().arguments()).contains(survivor));
        assertThatThrownBy(() -> tickets.reopen(merged, null, "没好", colleague, now))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> merges.merge(survivor, merged, lin, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> merges.merge(merged, open("丙", user), lin, now))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aNumberLeadsThroughAllMergesToTheLast() {
        long last = open("根本原因", user);
        merges.merge(merged, survivor, lin, now);
        merges.merge(survivor, last, lin, now);
        assertThat(merges.survivor(merged, lin)).contains(last);
        merges.unmerge(survivor, lin, now);
        assertThat(merges.survivor(merged, lin)).contains(survivor);
        assertThatThrownBy(() -> tickets.find(last, colleague)).isInstanceOf(Refused.class);
    }

    @Test
    void theApiSaysWhereItGoesOn() {
        var api = http.as(cast.token(lin));
        var path = "/api/v1/tickets/" + merged;
        assertThat(api.post(path + "/merge", Map.of("into", survivor))
                        .expect(200)
                        .json()
                        .get("mergedInto")
                        .asLong())
                .isEqualTo(survivor);
        assertThat(api.get(path).json().get("mergedInto").asLong()).isEqualTo(survivor);
        assertThat(api.post(path + "/acceptance").status()).isEqualTo(409);
        assertThat(api.delete(path + "/merge")
                        .expect(200)
                        .json()
                        .get("mergedInto")
                        .isNull())
                .isTrue();
    }

    @Test
    void wordsBecomeATicketOfTheSameRequesterAndComeBack() {
        var kept = conversation.say(survivor, "门户的事", Audience.PUBLIC, List.of(), user, now);
        var other = conversation.say(survivor, "另外打印机也坏了", Audience.PUBLIC, List.of(), user, now);
        var fresh = splits.split(survivor, "打印机坏了", List.of(other.id()), lin, now);
        assertThat(fresh.matter().requester()).isEqualTo(user.id());
        assertThat(conversation.of(fresh, user, 0, 50)).extracting(c -> c.id()).containsExactly(other.id());
        assertThat(conversation.of(tickets.find(survivor, user), user, 0, 50))
                .extracting(c -> c.id())
                .containsExactly(kept.id());
        assertThatThrownBy(() -> splits.split(survivor, null, List.of(other.id()), lin, now))
                .isInstanceOf(Refused.class);
        splits.unsplit(fresh.number(), lin, now);
        assertThat(conversation.of(tickets.find(survivor, user), user, 0, 50)).hasSize(2);
        assertThat(merges.survivor(fresh.number())).contains(survivor);
        assertThatThrownBy(() -> splits.unsplit(fresh.number(), lin, now)).isInstanceOf(Refused.class);
    }
}
