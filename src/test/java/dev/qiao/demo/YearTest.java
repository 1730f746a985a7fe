package dev.qiao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class YearTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    @Test
    void theSameSeedMakesTheSameYear() {
        assertThat(Year.ending(NOW, 1)).isEqualTo(Year.ending(NOW, 1)).isNotEqualTo(Year.ending(NOW, 2));
    }

    @Test
    void itHoldsThreeThousandTicketsInOrderAndNoneInTheFuture() {
        var starts = Year.ending(NOW, 1).starts();
        assertThat(starts).hasSize(3_000).isSortedAccordingTo(java.util.Comparator.comparing(Year.Start::at));
        assertThat(starts).allMatch(s -> s.at().isBefore(NOW) && s.at().isAfter(NOW.minus(Duration.ofDays(366))));
    }

    @Test
    void everyStageIsToBeSeenNow() {
        assertThat(Year.ending(NOW, 1).starts()).extracting(Year.Start::fate).contains(Fate.values());
    }

    @Test
    void theCompanyHoldsTogether() {
        var company = Company.read();
        assertThat(company.organizations()).hasSizeGreaterThanOrEqualTo(3).anyMatch(Company.Unit::comesFirst);
        assertThat(company.people()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(company.services()).hasSize(12);
        var logins = company.people().stream().map(Company.Employee::login).toList();
        assertThat(logins).doesNotHaveDuplicates();
        assertThat(company.teams()).allSatisfy(team -> assertThat(logins).containsAll(team.members()));
    }

    @Test
    void whoComesInByOneClickAsRequesterIsOfTheOrganizationThatGoesFirst() {
        var company = Company.read();
        var first = company.people().stream()
                .filter(e -> e.role().equals("requester"))
                .findFirst()
                .orElseThrow();
        assertThat(company.organizations())
                .filteredOn(unit -> unit.code().equals(first.organization()))
                .singleElement()
                .satisfies(unit -> assertThat(unit.comesFirst()).isTrue());
        assertThat(company.people())
                .extracting(Company.Employee::role)
                .contains("requester", "dispatcher", "engineer", "lead", "manager", "admin");
    }

    @Test
    void noStoryLeavesABlankOpen() {
        var story = Story.read();
        var dice = new SplittableRandom(1);
        for (var fault : story.faults()) {
            var telling = story.telling(dice);
            assertThat(telling.of(fault.title() + fault.text() + fault.solution()))
                    .doesNotContain("{", "}");
        }
    }
}
