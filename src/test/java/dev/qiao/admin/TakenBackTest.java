package dev.qiao.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.admin.backup.Plan;
import dev.qiao.admin.backup.Plans;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.dispatch.Want;
import dev.qiao.dispatch.Wants;
import dev.qiao.journal.Audit;
import dev.qiao.journal.Recorded;
import dev.qiao.journal.Reversals;
import dev.qiao.journal.Standing;
import dev.qiao.people.Crowd;
import dev.qiao.people.Roles;
import dev.qiao.people.skill.Ability;
import dev.qiao.people.skill.Skills;
import dev.qiao.people.totp.Factors;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Offer;
import dev.qiao.sla.ladder.Ladders;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.canned.Canned;
import dev.qiao.ticket.canned.Canneds;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.form.Definition;
import dev.qiao.ticket.form.FormHead;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.macro.Macro;
import dev.qiao.ticket.macro.Macros;
import dev.qiao.ticket.silence.Silences;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is written in texts, levels and plans is taken back like everything else. */
@QiaoTest
class TakenBackTest {
    @Autowired
    Reversals reversals;

    @Autowired
    Audit audit;

    @Autowired
    Agreements agreements;

    @Autowired
    Ladders ladders;

    @Autowired
    Plans plans;

    @Autowired
    Factors factors;

    @Autowired
    Roles roles;

    @Autowired
    Forms forms;

    @Autowired
    Macros macros;

    @Autowired
    Canneds canneds;

    @Autowired
    Silences silences;

    @Autowired
    Wants wants;

    @Autowired
    Skills skills;

    @Autowired
    Services services;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    Me admin;

    @BeforeEach
    void anAdministrator() {
        admin = crowd.me(clock.instant(), "admin");
    }

    @Test
    void aLadderThePlanOfBackupsADemandAndTheHoursOfSilenceAreAsTheyWere() {
        var now = clock.instant();
        var agreement = agreements.all().getFirst();
        var rungs = ladders.of(agreement.code());
        ladders.change(agreement.code(), rungs.subList(0, 1), agreements.revision(), admin, now);
        back();
        assertThat(ladders.of(agreement.code())).isEqualTo(rungs);

        var plan = plans.plan();
        plans.change(new Plan(plan.hour() == null ? 3 : null, plan.keep() + 1), admin, now);
        back();
        assertThat(plans.plan()).isEqualTo(plan);

        var role = roles.add(crowd.word("r"), "R", Set.of(Permission.REQUEST), admin, now);
        factors.demand(role.code(), true, admin, now);
        assertThat(factors.demanding(admin)).contains(role.id());
        back();
        assertThat(factors.demanding(admin)).doesNotContain(role.id());

        var limits = silences.limits();
        silences.change(Map.of(Priority.URGENT, 7), admin, now);
        back();
        assertThat(silences.limits()).isEqualTo(limits);
    }

    @Test
    void aFormAsksWhatItAskedBefore() {
        var now = clock.instant();
        var code = crowd.word("f");
        var head = new FormHead(code, "甲", null, null, "mail", 900, false);
        forms.create(head, admin, now);
        forms.redraft(code, 1, noting("一"), admin, now);
        forms.publish(code, 2, admin, now);
        var first = forms.find(code);
        forms.update(code, 3, new FormHead(code, "乙", null, null, "wifi", 901, true), admin, now);
        var renamed = newest();
        forms.redraft(code, 4, noting("二"), admin, now);
        var redrafted = newest();
        forms.publish(code, 5, admin, now);
        back();
        assertThat(forms.find(code).current()).isEqualTo(first.current());
        assertThat(forms.find(code).draft()).isEqualTo(noting("二"));
        assertThat(forms.history(first)).hasSize(2);
        reversals.reverse(redrafted.id(), admin, now);
        reversals.reverse(renamed.id(), admin, now);
        var again = forms.find(code);
        assertThat(again.name()).isEqualTo("甲");
        assertThat(again.draft()).isEqualTo(first.draft());
        assertThat(again.current()).isEqualTo(first.current());
        forms.activate(code, false, admin, now);
        back();
        assertThat(forms.find(code).active()).isTrue();
    }

    @Test
    void wordsAreAsTheyWereThoughTheJournalHoldsNone() {
        var now = clock.instant();
        var secret = crowd.word("words");
        long canned = canneds.save(new Canned(0, null, "甲", secret, true), admin, now);
        canneds.save(new Canned(canned, null, "乙", "别的", false), admin, now);
        var first = newest();
        canneds.save(new Canned(canned, null, "丙", "又别的", false), admin, now);
        assertThat(newest().facts().text()).doesNotContain("别的");
        back();
        reversals.reverse(first.id(), admin, now);
        assertThat(canneds.find(canned, admin)).isEqualTo(new Canned(canned, null, "甲", secret, true));

        var orders = List.of(Order.of(Deed.REPLY).saying("甲"), Order.of(Deed.ACCEPT));
        long macro = macros.save(new Macro(0, null, "甲", orders, true), admin, now);
        macros.save(new Macro(macro, null, "乙", List.of(Order.of(Deed.REPLY).saying("乙")), true), admin, now);
        back();
        assertThat(macros.find(macro, admin)).isEqualTo(new Macro(macro, null, "甲", orders, true));
        long another = macros.save(new Macro(0, null, "丁", orders, true), admin, now);
        back();
        assertThat(macros.find(another, admin).active()).isFalse();
    }

    @Test
    void aSkillComesBackToThoseWhoHadIt() {
        var now = clock.instant();
        var person = cast.hire("engineer");
        var team = cast.team(null);
        cast.join(team, person);
        var skill = skills.add(crowd.word("s"), "S", admin, now);
        skills.change(team.id(), new Ability(person.id(), Map.of(skill.id(), 2), 9), admin, now);
        var able = newest();
        skills.remove(skill.id(), admin, now);
        assertThat(level(person, skill.id())).isZero();
        back();
        assertThat(level(person, skill.id())).isEqualTo(2);
        assertThat(skills.find(skill.id())).contains(skill);
        reversals.reverse(able.id(), admin, now);
        assertThat(level(person, skill.id())).isZero();
    }

    @Test
    void whatWantsASkillKeepsItUntilThatIsTakenOut() {
        var now = clock.instant();
        var skill = skills.add(crowd.word("s"), "S", admin, now);
        var service = services.create(new ServiceDraft(crowd.word("s"), "甲", false, null, List.of(), true), admin, now);
        var want = new Want(Want.Kind.SERVICE, service.id(), skill.id(), 2);
        wants.put(want, admin, now);
        assertThatThrownBy(() -> skills.remove(skill.id(), admin, now))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().key()).isEqualTo("people.skill_wanted"));
        var harder = new Want(Want.Kind.SERVICE, service.id(), skill.id(), 3);
        wants.put(harder, admin, now);
        back();
        assertThat(wants.all()).contains(want).doesNotContain(harder);
        wants.remove(Want.Kind.SERVICE, service.id(), skill.id(), admin, now);
        back();
        assertThat(wants.all()).contains(want);
        wants.remove(Want.Kind.SERVICE, service.id(), skill.id(), admin, now);
    }

    @Test
    void theRolesWithWhichSomebodyBeginsAreTakenAway() {
        var person = crowd.person(clock.instant(), "engineer");
        var entry = newest();
        assertThat(entry.subject()).isEqualTo(person.id());
        reversals.reverse(entry.id(), admin, clock.instant());
        assertThat(roles.of(person.id())).isEmpty();
    }

    @Test
    void whatStaysSaysSoAndWhatWasTakenBackSaysByWhat() {
        var now = clock.instant();
        var offer = agreements.find("standard").orElseThrow();
        agreements.create(
                crowd.word("a"),
                "A",
                new Offer(
                        offer.terms().calendar(),
                        offer.terms().budgets(),
                        offer.terms().pauses()),
                admin,
                now);
        assertThat(standing(newest())).isEqualTo(new Standing.Lasting("sla.agreement_stays"));
        long made = newest().id();
        assertThatThrownBy(() -> reversals.reverse(made, admin, now)).isInstanceOf(Refused.class);
        var role = roles.add(crowd.word("r"), "R", Set.of(Permission.REQUEST), admin, now);
        var added = newest();
        roles.edit(role.code(), "S", Set.of(Permission.REQUEST), role.version(), admin, now);
        var edited = newest();
        assertThat(standing(added)).isEqualTo(new Standing.Covered(edited.id()));
        assertThat(standing(edited)).isEqualTo(new Standing.Open());
        back();
        assertThat(standing(edited)).isEqualTo(new Standing.Done(newest().id()));
        assertThat(standing(added)).isEqualTo(new Standing.Open());
    }

    private Standing standing(Recorded entry) {
        return reversals.standing(List.of(entry)).values().iterator().next();
    }

    private int level(Me person, long skill) {
        return skills.of(List.of(person.id()))
                .getOrDefault(person.id(), Ability.none(person.id()))
                .level(skill);
    }

    private void back() {
        reversals.reverse(newest().id(), admin, clock.instant());
    }

    private Recorded newest() {
        return audit.list(new Audit.Search(null, null, "configured", null, null, null), new Paging(1, null), admin)
                .items()
                .getFirst();
    }

    private static Definition noting(String note) {
        return new Definition(note, "", "", null, null, List.of());
    }
}
