package dev.qiao.dispatch.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused;
import dev.qiao.dispatch.Dispatch;
import dev.qiao.dispatch.RuleDraft;
import dev.qiao.dispatch.Rules;
import dev.qiao.dispatch.Want;
import dev.qiao.dispatch.Wants;
import dev.qiao.journal.Journal;
import dev.qiao.people.Team;
import dev.qiao.people.roster.LayerDraft;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.skill.Ability;
import dev.qiao.people.skill.Skills;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A rule on the tickets of a past week of its own, far from those of other tests. */
@QiaoTest
class RuleTrialTest {
    private static final Instant THEN = Instant.parse("2031-05-06T01:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Services services;

    @Autowired
    Tickets tickets;

    @Autowired
    Rules rules;

    @Autowired
    Dispatch dispatch;

    @Autowired
    RuleTrial trial;

    @Autowired
    RuleFigures figures;

    @Autowired
    OutcomeReader outcomes;

    @Autowired
    Rosters rosters;

    @Autowired
    Skills skills;

    @Autowired
    Wants wants;

    @Autowired
    Journal journal;

    @Autowired
    Db db;

    Me admin;
    Me lin;
    Me wei;
    Me user;
    Team team;
    Team other;
    long service;

    @BeforeEach
    void aServiceAndItsTeam() {
        admin = cast.hire("admin");
        user = cast.hire("requester");
        team = cast.team(cast.hire("lead"));
        other = cast.team(cast.hire("lead"));
        lin = cast.join(team, cast.hire("engineer"));
        wei = cast.join(team, cast.hire("engineer"));
        var all = Set.of(lin.id(), wei.id());
        rosters.add(
                team.id(),
                LayerDraft.fixed("全天", LocalDateTime.parse("2026-01-05T00:00"), all, List.of()),
                Me.QIAO,
                THEN);
        var code = "s" + UUID.randomUUID().toString().substring(0, 8);
        service = services.create(new ServiceDraft(code, "邮件", false, null, List.of(team.id()), true), Me.QIAO, THEN)
                .id();
    }

    @AfterEach
    void noRules() {
        db.sql("delete from dispatch.rule").update();
    }

    @Test
    void aRuleTellsWhatItWouldHaveMovedAndWritesNothing() {
        var moved = opened("交换机坏了", 0);
        opened("邮件收不到", 1);
        long before = entries();
        var found = trial.of(null, rule("交换机"), THEN, THEN.plus(Duration.ofDays(1)), admin, at(60));
        assertThat(found.looked()).isGreaterThanOrEqualTo(2);
        assertThat(found.matched()).isEqualTo(1);
        assertThat(found.moves()).singleElement().satisfies(move -> {
            assertThat(move.ticket().number()).isEqualTo(moved.number());
            assertThat(move.from()).isEqualTo(team.id());
            assertThat(move.to()).isEqualTo(other.id());
        });
        assertThat(rules.all()).isEmpty();
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aRuleThatMovesMoreThanAreListedTellsHowMany() {
        for (int i = 0; i < 203; i++) opened("交换机坏了", i);
        var found = trial.of(null, rule("交换机"), THEN, THEN.plus(Duration.ofDays(1)), admin, at(300));
        assertThat(found.moving()).isEqualTo(203);
        assertThat(found.moves()).hasSize(200);
    }

    @Test
    void whatAnEarlierRuleOrAPersonDecidedIsNotMoved() {
        opened("交换机坏了", 0);
        rules.create(new RuleDraft("先", null, null, service, null, List.of(), null, team.id(), true), admin, THEN);
        assertThat(trial.of(null, rule("交换机"), THEN, THEN.plus(Duration.ofDays(1)), admin, at(60))
                        .moves())
                .isEmpty();
    }

    @Test
    void daysThatEndBeforeTheyBeginAreRefused() {
        assertThatThrownBy(() -> trial.of(null, rule("交换机"), THEN, THEN.minus(Duration.ofDays(1)), admin, at(60)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void onlyWhoConfiguresTheDeskTriesRules() {
        assertThatThrownBy(() -> trial.of(null, rule("x"), THEN, at(1), lin, at(60)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aRuleIsCountedWithWhatCameOfIt() {
        var draft = new RuleDraft("邮件", null, null, service, null, List.of(), null, team.id(), true);
        long rule = rules.create(draft, admin, THEN).id();
        var quick = opened("一", 0);
        var late = opened("二", 0);
        accept(quick, 5);
        accept(late, 60 * 24);
        var person = cast.me(now(late).place().person());
        tickets.assign(late.number(), null, other.id(), null, "不归我们", person, at(60 * 25));
        for (var ticket : List.of(quick, late)) {
            var acts = journal.of(Tickets.KIND, ticket.number(), 0, 100);
            db.transact(outcomes.read(acts.stream().filter(outcomes::wants).toList(), at(60 * 26)));
        }
        var found = figures.since(THEN, admin).get(rule);
        assertThat(found).isEqualTo(new RuleFigures.Figures(rule, 2, 1, 1));
    }

    @Test
    void whatWantsASkillGoesToWhoHasItAndSaysSo() {
        var skill = skills.add("s" + UUID.randomUUID().toString().substring(0, 8), "数据库", admin, THEN);
        skills.change(team.id(), new Ability(wei.id(), Map.of(skill.id(), 2), null), admin, THEN);
        wants.put(new Want(Want.Kind.SERVICE, service, skill.id(), 2), admin, THEN);
        for (int i = 0; i < 3; i++) {
            assertThat(now(opened("库慢", i)).place().person()).isEqualTo(wei.id());
        }
        var ticket = opened("库慢", 9);
        assertThat(dispatch.history(ticket.number()).getFirst().steps())
                .extracting(step -> step.key())
                .containsExactly("dispatch.step_on_duty", "dispatch.step_skilled");
        skills.change(team.id(), new Ability(wei.id(), Map.of(skill.id(), 2), 4), admin, THEN);
        var full = opened("还是慢", 10);
        assertThat(now(full).place().person()).isEqualTo(team.leadId());
        assertThat(dispatch.history(full.number()).getFirst().reason().key()).isEqualTo("dispatch.everyone_full");
    }

    private long entries() {
        return db.sql("select count(*) as n from journal.entry").one(row -> row.number("n"));
    }

    private RuleDraft rule(String word) {
        return new RuleDraft("试", null, null, service, null, List.of(word), null, other.id(), true);
    }

    private Ticket opened(String title, int minutes) {
        var ticket = tickets.open(Draft.titled(title, user, Source.WEB).service(service), at(minutes));
        dispatch.decide(ticket.number(), Origin.LIVE, at(minutes));
        return ticket;
    }

    private void accept(Ticket ticket, int minutes) {
        var person = cast.me(now(ticket).place().person());
        tickets.accept(ticket.number(), null, person, at(minutes));
    }

    private Ticket now(Ticket ticket) {
        return tickets.of(List.of(ticket.number())).getFirst();
    }

    private static Instant at(int minutes) {
        return THEN.plus(Duration.ofMinutes(minutes));
    }
}
