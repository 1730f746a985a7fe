package dev.qiao.people.restore;

import dev.qiao.base.Refused;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import dev.qiao.people.Organizations;
import dev.qiao.people.Roles;
import dev.qiao.people.Team;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Teams and organizations that were made stop working; a role that was made allows nothing any more. */
@Configuration(proxyBeanMethods = false)
class PeopleRestorers {
    @Bean
    Restorer roleRestorer(Roles roles) {
        return new Restorer("people.role", (change, me, now) -> {
            var is = roles.byCode(change.code()).orElseThrow(PeopleRestorers::gone);
            var was = change.was(Roles.Said.class);
            var name = was.isPresent() ? was.get().name() : is.name();
            var allowed = was.map(Roles.Said::allowed).orElse(Set.of());
            return () -> roles.edit(is.code(), name, allowed, is.version(), me, now);
        });
    }

    @Bean
    Restorer heldRolesRestorer(Roles roles) {
        return new Restorer("people.roles", (change, me, now) -> {
            var was = change.must(Roles.Held.class);
            return () -> roles.grant(change.subject(), Set.copyOf(was.roles()), me, now);
        });
    }

    @Bean
    Restorer teamRestorer(Teams teams) {
        return new Restorer("people.team", (change, me, now) -> {
            var is = team(teams, change);
            var wanted = change.was(TeamDraft.class)
                    .orElseGet(() -> new TeamDraft(is.name(), is.tier(), is.leadId(), is.zone(), false));
            return () -> teams.edit(is.id(), wanted, is.version(), me, now);
        });
    }

    @Bean
    Restorer staffRestorer(Teams teams) {
        return new Restorer("people.staff", (change, me, now) -> {
            var was = change.must(Teams.Staff.class);
            return () -> teams.staff(change.subject(), Set.copyOf(was.persons()), me, now);
        });
    }

    @Bean
    Restorer organizationRestorer(Organizations organizations) {
        return new Restorer("people.organization", (change, me, now) -> {
            var is = organizations.byCode(change.code()).orElseThrow(PeopleRestorers::gone);
            var wanted = change.was(Organizations.Said.class)
                    .orElseGet(() -> new Organizations.Said(is.name(), is.vip(), false));
            return () ->
                    organizations.edit(is.code(), wanted.name(), wanted.vip(), wanted.active(), is.version(), me, now);
        });
    }

    private static Team team(Teams teams, Change change) {
        return teams.find(change.subject()).orElseThrow(PeopleRestorers::gone);
    }

    private static Refused gone() {
        return Refused.notFound("journal.no_entry");
    }
}
