package dev.qiao.people;

import static dev.qiao.base.Permission.ADMIN;
import static dev.qiao.base.Permission.AUDIT_SEE;
import static dev.qiao.base.Permission.DESK_CONFIGURE;
import static dev.qiao.base.Permission.PEOPLE_EDIT;
import static dev.qiao.base.Permission.REPORT_SEE;
import static dev.qiao.base.Permission.REQUEST;
import static dev.qiao.base.Permission.TICKET_DISPATCH;
import static dev.qiao.base.Permission.TICKET_RESTRICT;
import static dev.qiao.base.Permission.TICKET_SEE_ALL;
import static dev.qiao.base.Permission.TICKET_WORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class RolesTest {
    @Autowired
    Roles roles;

    @Autowired
    Rights rights;

    @Autowired
    People people;

    @Autowired
    Journal journal;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Test
    void theShippedRolesAllowWhatTheyPromise() {
        var promised = Map.<String, Set<Permission>>of(
                "requester", Set.of(REQUEST),
                "engineer", Set.of(REQUEST, TICKET_WORK),
                "dispatcher", Set.of(REQUEST, TICKET_WORK, TICKET_DISPATCH, TICKET_SEE_ALL),
                "lead", Set.of(REQUEST, TICKET_WORK, TICKET_DISPATCH, REPORT_SEE),
                "manager", Set.of(REQUEST, TICKET_WORK, TICKET_DISPATCH, TICKET_SEE_ALL, TICKET_RESTRICT, REPORT_SEE),
                "auditor", Set.of(TICKET_SEE_ALL, REPORT_SEE, AUDIT_SEE),
                "admin",
                        Set.of(
                                REQUEST,
                                DESK_CONFIGURE,
                                PEOPLE_EDIT,
                                ADMIN,
                                AUDIT_SEE,
                                REPORT_SEE,
                                TICKET_SEE_ALL,
                                TICKET_DISPATCH,
                                TICKET_WORK));
        promised.forEach((code, permissions) -> assertThat(
                        roles.byCode(code).orElseThrow().permissions())
                .as(code)
                .isEqualTo(permissions));
    }

    @Test
    void aPersonMayWhatAnyOfTheirRolesAllows() {
        var me = crowd.me(clock.instant(), "requester", "auditor");
        assertThat(me.permissions()).containsExactlyInAnyOrder(REQUEST, TICKET_SEE_ALL, REPORT_SEE, AUDIT_SEE);
    }

    @Test
    void aChangeIsSeenAtOnce() {
        var person = crowd.person(clock.instant(), "requester");
        assertThat(rights.of(person.id()).orElseThrow().may(TICKET_WORK)).isFalse();
        roles.grant(person.id(), Set.of("engineer"), Me.QIAO, clock.instant());
        assertThat(rights.of(person.id()).orElseThrow().may(TICKET_WORK)).isTrue();
        people.activate(person.id(), false, Me.QIAO, clock.instant());
        assertThat(rights.of(person.id())).isEmpty();
    }

    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        var now = clock.instant();
        var code = crowd.word("staff");
        roles.add(code, "Staff office", Set.of(REQUEST, PEOPLE_EDIT), Me.QIAO, now);
        var clerk = crowd.me(now, code);
        var other = crowd.person(now, "requester");
        roles.grant(other.id(), Set.of("requester"), clerk, now);
        assertThatThrownBy(() -> roles.grant(other.id(), Set.of("admin"), clerk, now))
                .isInstanceOf(Refused.class);
        var draft = new PersonDraft(crowd.word("x"), "X", null, null, null, 0);
        assertThatThrownBy(() -> people.add(draft, Set.of("manager"), clerk, now))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobodyChangesWhoHasMore() {
        var now = clock.instant();
        var code = crowd.word("staff");
        roles.add(code, "Staff office", Set.of(REQUEST, PEOPLE_EDIT), Me.QIAO, now);
        var clerk = crowd.me(now, code);
        var manager = crowd.person(now, "manager");
        var draft = new PersonDraft(manager.login(), manager.name(), "mine@example.org", null, null, 0);
        assertThatThrownBy(() -> people.edit(manager.id(), draft, manager.version(), clerk, now))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> people.activate(manager.id(), false, clerk, now))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobodyChangesWhoHasMoreAlsoWhileTheyAreInactive() {
        var now = clock.instant();
        var code = crowd.word("staff");
        roles.add(code, "Staff office", Set.of(REQUEST, PEOPLE_EDIT), Me.QIAO, now);
        var clerk = crowd.me(now, code);
        var gone = crowd.person(now, "admin");
        people.activate(gone.id(), false, Me.QIAO, now);
        var before = people.find(gone.id()).orElseThrow();
        var draft = new PersonDraft(crowd.word("mine"), gone.name(), "mine@example.org", null, null, 0);
        assertThat(people.mayEdit(gone.id(), clerk)).isFalse();
        assertThatThrownBy(() -> people.activate(gone.id(), true, clerk, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> people.edit(gone.id(), draft, before.version(), clerk, now))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> roles.grant(gone.id(), Set.of("requester"), clerk, now))
                .isInstanceOf(Refused.class);
        assertThat(people.find(gone.id())).contains(before);
        assertThat(roles.of(gone.id())).extracting(Role::code).containsExactly("admin");
    }

    @Test
    void whoeverHasNoMoreComesBackByTheSameHand() {
        var now = clock.instant();
        var code = crowd.word("staff");
        roles.add(code, "Staff office", Set.of(REQUEST, PEOPLE_EDIT), Me.QIAO, now);
        var clerk = crowd.me(now, code);
        var gone = crowd.person(now, "requester");
        people.activate(gone.id(), false, clerk, now);
        people.activate(gone.id(), true, clerk, now);
        assertThat(rights.of(gone.id())).isPresent();
    }

    @Test
    void anUnknownRoleIsRefusedWithThoseThatAreKnown() {
        var person = crowd.person(clock.instant());
        assertThatThrownBy(() -> roles.grant(person.id(), Set.of("king"), Me.QIAO, clock.instant()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems().getFirst().field())
                                .isEqualTo("roles"));
    }

    @Test
    void aRoleThatWasChangedMeanwhileIsNotOverwritten() {
        var now = clock.instant();
        var role = roles.add(crowd.word("r"), "R", Set.of(REQUEST), Me.QIAO, now);
        roles.edit(role.code(), "R1", Set.of(REQUEST), role.version(), Me.QIAO, now);
        assertThatThrownBy(() -> roles.edit(role.code(), "R2", Set.of(REQUEST), role.version(), Me.QIAO, now))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(Refused.Status.STALE));
    }

    @Test
    void everyChangeStandsInTheJournalForAdministrators() {
        var now = clock.instant();
        var person = crowd.person(now, "requester");
        roles.grant(person.id(), Set.of("engineer"), Me.QIAO, now);
        people.activate(person.id(), false, Me.QIAO, now);
        assertThat(journal.of("person", person.id(), 0, 10))
                .extracting(entry -> entry.act() + " " + entry.audience().code())
                .as("the roles that somebody comes with are given on record, too")
                .isEqualTo(List.of(
                        "person.added admin", "configured admin", "configured admin", "person.deactivated admin"));
    }
}
