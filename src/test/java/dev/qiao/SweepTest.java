package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.asset.warranty.Warranties;
import dev.qiao.asset.warranty.WarrantyDraft;
import dev.qiao.base.Me;
import dev.qiao.channel.hook.HookDraft;
import dev.qiao.channel.hook.HookEvent;
import dev.qiao.channel.hook.Hooks;
import dev.qiao.channel.mail.MailDesk;
import dev.qiao.channel.mail.Writing;
import dev.qiao.channel.robot.RobotDraft;
import dev.qiao.channel.robot.RobotKind;
import dev.qiao.channel.robot.Robots;
import dev.qiao.channel.robot.Robots.Keys;
import dev.qiao.feedback.Unhappy;
import dev.qiao.people.Crowd;
import dev.qiao.people.Rights;
import dev.qiao.people.Teams;
import dev.qiao.signal.Machine;
import dev.qiao.signal.metric.Points;
import dev.qiao.signal.metric.Sample;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.status.StatusPageDraft;
import dev.qiao.signal.status.StatusPages;
import dev.qiao.ticket.Weight.Priority;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Every page that each role reaches, opened on a phone: nothing scrolls sideways, and axe finds nothing. Pages are found as a person
 * finds them, by the links on the pages before; each kind of page is opened once in each frame, the desk's and the help centre's.
 */
@QiaoTest
class SweepTest {
    /** Who sees what most others see comes first. */
    private static final List<String> ROLES =
            List.of("admin", "manager", "engineer", "dispatcher", "lead", "auditor", "requester");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    Teams teams;

    @Autowired
    Services services;

    @Autowired
    Machine machine;

    @Autowired
    Points points;

    @Autowired
    StatusPages statusPages;

    @Autowired
    Warranties warranties;

    @Autowired
    Hooks hooks;

    @Autowired
    Robots robots;

    @Autowired
    MailDesk mails;

    @Autowired
    Rights rights;

    @Autowired
    Unhappy unhappy;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    private final Map<String, String> wrong = new TreeMap<>();
    private final Set<String> opened = new TreeSet<>();

    @Test
    void noPageScrollsSidewaysOnAPhoneAndAxeFindsNothing() {
        furnish();
        var patterns = patterns();
        for (var role : ROLES) sweep(role, patterns);
        assertThat(wrong).isEmpty();
        assertThat(opened).as("pages that were opened").hasSizeGreaterThan(50);
    }

    /** A little of everything, with names that are long. */
    private void furnish() {
        var now = clock.nextMonday();
        var lead = cast.hire("lead");
        var team = cast.team(lead);
        cast.join(team, lead);
        cast.join(team, cast.hire("engineer"));
        var name = "一个名字特别长的服务，用来看手机上会不会撑破版面";
        var below = services.create(
                new ServiceDraft(crowd.word("sweep"), name, true, lead.id(), List.of(team.id()), true), Me.QIAO, now);
        var above = new ServiceDraft(crowd.word("sweep"), name + "上面", false, null, List.of(team.id()), true);
        services.create(above.restingOn(List.of(below.id())), Me.QIAO, now);
        var requester = http.as(cast.token(cast.hire("requester", cast.organization(true))));
        for (int i = 0; i < 3; i++) {
            var title = "https://example.org/a/very/long/address/without/any/space/" + "x".repeat(60) + i;
            requester
                    .post("/api/v1/tickets", Map.of("kind", "incident", "title", title))
                    .expect(201);
        }
        http.post(
                        "/v2/change/enqueue",
                        Map.of(
                                "routing_key",
                                machine.connect(Sender.PAGERDUTY).key(),
                                "payload",
                                Map.of(
                                        "summary",
                                        "deploy-" + "x".repeat(60),
                                        "source",
                                        "ci",
                                        "custom_details",
                                        Map.of("service", below.code()))))
                .expect(202);
        statusPages.create(
                cast.organization(false).id(),
                new StatusPageDraft(crowd.word("sweep"), name, List.of(below.id()), true),
                Me.QIAO,
                now);
        warranties.create(
                new WarrantyDraft("x".repeat(120), below.id(), name, "y".repeat(120), LocalDate.of(2031, 1, 1), 60, ""),
                Me.QIAO,
                now);
        var maker = rights.of(cast.hire("admin").id()).orElseThrow();
        var address = "https://example.org/" + "x".repeat(200);
        var hook = hooks.create(new HookDraft("y".repeat(80), address, HookEvent.ALL, false, false), maker, now);
        hooks.ping(hook.hook().id(), maker, now);
        var draft = new RobotDraft(
                "z".repeat(80), RobotKind.FEISHU, null, HookEvent.ALL, Priority.NORMAL, "zh-CN", false, false);
        var robot = robots.create(draft, new Keys(address, "s"), maker, now);
        robots.ping(robot.id(), maker, now);
        mail();
        speak(now);
        unhappy.speak(requester, now);
    }

    /** A machine says something long, and something that nobody understands. */
    private void mail() {
        var box = mails.box(MailDesk.forAll(true));
        mails.hear(
                box,
                Writing.from("\"" + "y".repeat(90) + "\" <new@elsewhere.example>", box.address(), "x".repeat(300))
                        .text("x")
                        .bytes());
        mails.hear(
                box,
                Writing.from(" ", box.address(), "x".repeat(300))
                        .text("x".repeat(500))
                        .bytes());
    }

    private void speak(Instant now) {
        var source = machine.connect(Sender.ALERTMANAGER);
        var host = "host-with-a-name-that-does-not-end." + "x".repeat(60);
        var labels = Map.of("alertname", "Sweep", "severity", "critical", "instance", host);
        machine.say(source, Machine.alertmanager("firing", Machine.unique("sweep"), labels, now));
        machine.say(source, "{" + "x".repeat(200));
        machine.say(
                machine.connect(Sender.LOGS),
                "2026-12-01 10:00:00 ERROR cannot open " + "x".repeat(200) + "\n".repeat(2) + host);
        measure(now);
        machine.connect(Sender.SYSLOG);
        machine.connect(Sender.SNMP);
        machine.connect(Sender.PROMETHEUS);
        machine.connect(Sender.GRAFANA);
        machine.connect(Sender.ZABBIX);
    }

    /** A machine whose figures have long labels. */
    private void measure(Instant now) {
        var samples = new ArrayList<Sample>();
        for (int n = 1; n < 9; n++)
            samples.add(new Sample(
                    "node_memory_MemTotal_bytes",
                    new TreeMap<>(Map.of("instance", "host-with-a-name-that-does-not-end." + "x".repeat(60))),
                    now.minusSeconds(60L * n),
                    n));
        points.record(machine.connect(Sender.OTLP).source().id(), samples, now);
    }

    private void sweep(String role, List<PathPattern> patterns) {
        var now = clock.instant();
        var person = crowd.withPassword(crowd.person(now, role), now);
        if (role.equals("engineer") || role.equals("lead")) {
            teams.active().stream().limit(2).forEach(team -> cast.join(team, cast.me(person.id())));
        }
        if (role.equals("requester"))
            http.as(cast.token(cast.me(person.id())))
                    .post("/api/v1/tickets", Map.of("kind", "incident", "title", "打印机卡纸"))
                    .expect(201);
        try (var browser =
                Browser.phone(http.root()).cuttable().signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD)) {
            var frame = role.equals("requester") ? "help " : "desk ";
            var seen = new HashSet<String>();
            Deque<String> ahead = new ArrayDeque<>(List.of("/", "/me"));
            patterns.stream()
                    .map(PathPattern::getPatternString)
                    .filter(path -> !path.contains("{"))
                    .forEach(ahead::add);
            while (!ahead.isEmpty()) {
                var path = ahead.poll();
                var pattern = pattern(path, patterns);
                if (pattern.isEmpty() || !seen.add(pattern.get())) continue;
                boolean known = opened.contains(frame + pattern.get());
                if (known && !path.equals("/")) continue;
                if (!page(browser, path)) continue;
                if (known) browser.page().navigate(path);
                else open(browser, role, path);
                opened.add(frame + pattern.get());
                ahead.addAll(links(browser));
            }
        }
    }

    private static boolean page(Browser browser, String path) {
        var answer = browser.page()
                .request()
                .get(
                        path,
                        RequestOptions.create()
                                .setHeader("Accept", "text/html,*/*;q=0.8")
                                .setTimeout(20_000));
        return answer.status() == 200
                && answer.headers().getOrDefault("content-type", "").startsWith("text/html")
                && answer.text().stripLeading().startsWith("<!doctype html>");
    }

    private void open(Browser browser, String role, String path) {
        try {
            browser.open(path).fits().isAccessible();
        } catch (AssertionError | RuntimeException e) {
            wrong.put(role + " " + path, String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Browser browser) {
        return ((List<String>) browser.page()
                        .evaluate("[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin)"
                                + ".map(a => a.pathname + a.search)"))
                .stream().distinct().toList();
    }

    /** The pattern that answers for an address; the most special first. */
    private static Optional<String> pattern(String address, List<PathPattern> patterns) {
        var path = PathContainer.parsePath(URI.create(address).getRawPath());
        return patterns.stream()
                .filter(pattern -> pattern.matches(path))
                .map(PathPattern::getPatternString)
                .findFirst();
    }

    /** Of pages of this house that are asked for by GET and end. */
    private List<PathPattern> patterns() {
        var patterns = new LinkedHashMap<String, PathPattern>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getPackageName().startsWith("dev.qiao")) return;
            if (!info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) return;
            for (var pattern : of(info)) patterns.put(pattern.getPatternString(), pattern);
        });
        var sorted = new ArrayList<>(patterns.values());
        sorted.removeIf(pattern -> pattern.getPatternString()
                .matches("/api/.*|/assets/.*|.*/live|/live.*|/offline|/offline.js|/app.webmanifest"));
        sorted.sort(PathPattern.SPECIFICITY_COMPARATOR);
        return sorted;
    }

    private static Set<PathPattern> of(RequestMappingInfo info) {
        return Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns();
    }
}
