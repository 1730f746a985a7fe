package dev.qiao.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.channel.Notice;
import dev.qiao.channel.Notices;
import dev.qiao.journal.Audience;
import dev.qiao.people.Crowd;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.nudge.Nudges;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A canary sits in every text of a restricted ticket; every GET route, every search and every list is swept for it as every role. */
@QiaoTest
class CanaryTest {
    private static final String CANARY = "kanarienvogel";
    private static final List<String> ROLES =
            List.of("requester", "engineer", "dispatcher", "lead", "manager", "auditor", "admin");

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Nudges nudges;

    @Autowired
    Notices notices;

    @Autowired
    Workers workers;

    @Autowired
    Http http;

    @Autowired
    TestClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private long number;
    private UUID file;
    private Me owner;
    private Me user;
    private Me lead;

    @BeforeEach
    void aRestrictedTicketFullOfCanaries() {
        var now = Instant.parse("2026-11-18T01:00:00Z");
        clock.set(now);
        cast.hire("admin");
        owner = cast.hire("manager");
        user = cast.hire("requester");
        lead = cast.hire("lead");
        var draft = new Draft(
                UUID.randomUUID(),
                owner,
                Kind.INCIDENT,
                CANARY + " 工资",
                CANARY + " 描述",
                Level.HIGH,
                Level.HIGH,
                null,
                null,
                null,
                user.id(),
                Source.PHONE,
                now,
                List.of(CANARY),
                true);
        number = tickets.open(draft, now).number();
        var team = cast.team(lead);
        cast.join(team, lead);
        cast.join(team, cast.hire("engineer"));
        tickets.assign(number, null, team.id(), null, null, owner, now);
        conversation.say(number, CANARY + " 公开", Audience.PUBLIC, List.of(), owner, now);
        conversation.say(number, CANARY + " 内部", Audience.INTERNAL, List.of(), owner, now);
        var bytes = new ByteArrayInputStream(CANARY.getBytes(StandardCharsets.UTF_8));
        file = conversation
                .keep(CANARY + ".txt", "text/plain", bytes, owner, now)
                .id();
        conversation.attach(number, List.of(file), Audience.PUBLIC, owner, now);
        tickets.resolve(number, null, Outcome.FIXED, Cause.HUMAN, CANARY + " 办法", null, owner, now);
        workers.crank(now);
    }

    @Test
    void nobodyButThoseNamedReadsAWordOfIt() {
        var leaks = new ArrayList<String>();
        for (var role : ROLES) {
            var person = crowd.withPassword(crowd.person(clock.instant(), role), clock.instant());
            var token = http.as(cast.token(cast.me(person.id())));
            var browser = http.browser();
            browser.get("/signin");
            browser.form("/session", Map.of("login", String.valueOf(person.login()), "password", Crowd.PASSWORD))
                    .expect(303);
            addresses().forEach(address -> {
                var answer = (address.startsWith("/api/") ? token : browser).get(address);
                if (answer.text().contains(CANARY) && !echoed(address)) leaks.add(role + " " + address);
                if (answer.status() >= 500) leaks.add(role + " " + address + " answered " + answer.status());
            });
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void whoIsNamedReadsItAndTheSweepWouldFindIt() {
        var token = http.as(cast.token(owner));
        var found = addresses()
                .filter(a -> a.startsWith("/api/"))
                .filter(a -> token.get(a).text().contains(CANARY))
                .toList();
        assertThat(found)
                .contains("/api/v1/tickets/" + number, "/api/v1/tickets?view=all", "/api/v1/tickets?q=" + CANARY);
    }

    @Test
    void theLeadOfItsTeamIsNotToldThatSomebodyNudgesIt() {
        var now = clock.instant();
        tickets.reopen(number, null, "还没好", owner, now);
        nudges.nudge(number, null, user, now);
        workers.crank(now);
        assertThat(notices.of(lead, false, null, 50))
                .extracting(Notice::subject)
                .doesNotContain(number);
        assertThat(notices.of(owner, false, null, 50))
                .as("who is named would be told")
                .extracting(Notice::subject)
                .contains(number);
    }

    /** A search page repeats what was typed; that is no leak. */
    private static boolean echoed(String address) {
        return address.contains("=" + CANARY) && !address.startsWith("/api/");
    }

    private Stream<String> addresses() {
        var routes = mapping.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("dev.qiao"))
                .filter(e -> e.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(e -> e.getKey().getPatternValues().stream())
                .filter(path -> !path.endsWith("/live") && !path.contains("{*"))
                .map(path -> path.replaceAll("\\{id}", path.startsWith("/attachments") ? file.toString() : "1")
                        .replaceAll("\\{number(:[^}]*)?}", Long.toString(number))
                        .replaceAll("\\{[^}]*}", "mttr"));
        var lists = Stream.of(
                "/api/v1/tickets?q=" + CANARY,
                "/api/v1/tickets?view=all",
                "/api/v1/tickets?view=resolved",
                "/api/v1/tickets?stage=resolved&limit=200",
                "/api/v1/targets?from=2026-11-01",
                "/api/v1/targets/mttr/tickets?from=2026-11-01",
                "/api/v1/targets/critical_4h/tickets?from=2026-11-01",
                "/targets/mttr?from=2026-11-01&all=true",
                "/tickets?view=all",
                "/tickets?view=resolved",
                "/tickets?q=" + CANARY,
                "/search?q=" + CANARY,
                "/search?q=" + number,
                "/palette?q=" + CANARY,
                "/palette?q=" + number,
                "/inbox",
                "/");
        return Stream.concat(routes, lists).distinct();
    }
}
