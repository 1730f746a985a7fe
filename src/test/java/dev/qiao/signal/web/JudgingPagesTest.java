package dev.qiao.signal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.base.Me;
import dev.qiao.journal.Reversals;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Grades;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.rule.AlertRule;
import dev.qiao.signal.rule.AlertRules;
import dev.qiao.signal.silence.Silence.Kind;
import dev.qiao.signal.silence.SilenceDraft;
import dev.qiao.signal.silence.Silences;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages on which people say what the desk makes of alerts. */
class JudgingPagesTest extends SignalDesk {
    @Autowired
    Alerts alerts;

    @Autowired
    Grades grades;

    @Autowired
    AlertRules rules;

    @Autowired
    Silences silences;

    @Autowired
    Reversals reversals;

    @AfterEach
    void noRulesAndNoSilences() {
        rules.all().forEach(rule -> rules.delete(rule.id(), Me.QIAO, clock.instant()));
        silences.ahead(Me.QIAO, clock.instant()).forEach(s -> silences.end(s.id(), Me.QIAO, clock.instant()));
        workers.crank(clock.instant());
    }

    @Test
    void aWordIsAddedChangedRemovedAndBroughtBack() {
        var word = crowd.word("烧/了?");
        browser.form("/sources/grades", Map.of("word", word.toUpperCase(), "severity", "major"))
                .expect(303);
        assertThat(grades.of(word)).isEqualTo(Severity.MAJOR);
        browser.form("/sources/grades", Map.of("word", word, "severity", "critical"))
                .expect(303);
        assertThat(grades.of(word)).isEqualTo(Severity.CRITICAL);
        assertThat(browser.get("/sources/grades").expect(200).text()).contains(word);
        browser.form("DELETE", "/sources/grades", Map.of("word", word)).expect(303);
        assertThat(grades.of(word)).isEqualTo(Severity.UNKNOWN);
        browser.form("/sources/grades/restoration", Map.of("word", word)).expect(303);
        assertThat(grades.of(word)).isEqualTo(Severity.CRITICAL);
        browser.form("/sources/grades", Map.of("word", "", "severity", "major")).expect(422);
        browser.form("/sources/grades", Map.of("word", "x", "severity", "unknown"))
                .expect(422);
    }

    @Test
    void rulesAreWrittenTriedOrderedDeletedAndBroughtBack() {
        machine.say(
                machine.connect(Sender.JSON),
                "{\"id\": \"a\", \"title\": \"试一试\", \"severity\": \"warning\", \"labels\": {\"instance\": \"try01\"}}");
        var fields = Map.of("name", "一", "matchers", "instance=~try.*\r\n", "opens", "incident", "active", "true");
        var tried = browser.form("/alerts/rules/trial", fields).expect(200).text();
        assertThat(tried).contains("试一试", "会多开");
        assertThat(rules.all()).isEmpty();
        browser.form("/alerts/rules", fields).expect(303);
        browser.form("/alerts/rules", Map.of("name", "二", "severity", "info", "active", "true"))
                .expect(303);
        var second = rules.all().get(1);
        browser.form("/alerts/rules/" + second.id() + "/place", Map.of("steps", "-1"))
                .expect(303);
        assertThat(names()).containsExactly("二", "一");
        browser.form("DELETE", "/alerts/rules/" + second.id(), Map.of()).expect(303);
        assertThat(names()).containsExactly("一");
        browser.form("/alerts/rules/" + second.id() + "/restoration", Map.of()).expect(303);
        assertThat(names()).containsExactly("二", "一");
        assertThat(browser.get("/alerts/rules").expect(200).text()).contains("instance=~try.*");
        browser.get("/alerts/rules/" + second.id() + "/edit").expect(200);
        browser.form("/alerts/rules", Map.of("name", "三", "active", "true")).expect(422);
        browser.form("/alerts/rules", Map.of("name", "三", "opens", "incident", "matchers", "a=~("))
                .expect(422);
        assertThat(browser.get("/audit").expect(200).text()).contains("告警规则");
    }

    @Test
    void anEngineerSilencesFromTheAlertAndEndsIt() {
        var engineer = crowd.withPassword(crowd.person(clock.instant(), "engineer"), clock.instant());
        var work = http.browser();
        work.signIn(Objects.requireNonNull(engineer.login()), Crowd.PASSWORD).expect(303);
        var source = machine.connect(Sender.ALERTMANAGER);
        var host = Machine.unique("silent");
        var labels = Map.of("alertname", "Disk", "severity", "critical", "instance", host);
        machine.say(source, Machine.alertmanager("firing", host, labels, clock.instant()));
        var alert = "/alerts/" + of(source).id();
        assertThat(work.get("/alerts").expect(200).text()).contains(alert);
        assertThat(work.get(alert).expect(200).text()).contains("/alerts/silences/new?alert=");
        var form = work.get("/alerts/silences/new?alert=" + alert.replaceAll("\\D", ""))
                .expect(200)
                .text();
        assertThat(form).contains("instance=" + host, "alertname=Disk").doesNotContain("severity=critical");
        var until = found("(?<=name=\"until\" type=\"datetime-local\" value=\")[^\"]+", form);
        work.form(
                        "/alerts/silences",
                        Map.of("kind", "silence", "matchers", "instance=" + host, "until", until, "reason", "换硬盘"))
                .expect(303);
        workers.crank(clock.instant());
        assertThat(work.get(alert).expect(200).text()).contains("换硬盘");
        assertThat(work.get("/alerts").expect(200).text()).contains("已静默");
        var silence = silences.ahead(Me.QIAO, clock.instant()).getFirst();
        assertThat(work.get("/alerts/silences").expect(200).text()).contains("换硬盘", engineer.name());
        var path = "/alerts/silences/" + silence.id();
        assertThat(work.get(path + "/edit").expect(200).text())
                .contains("换硬盘", "已经开始")
                .doesNotContain("name=\"matchers\"");
        var seen = String.valueOf(silence.version());
        work.form(path, Map.of("kind", "silence", "until", until, "reason", "等备件", "seen", seen))
                .expect(303);
        work.form(path, Map.of("kind", "silence", "until", until, "reason", "又改", "seen", seen))
                .expect(412);
        assertThat(work.get("/alerts/silences").expect(200).text()).contains("等备件");
        work.form("DELETE", path, Map.of()).expect(303);
        workers.crank(clock.instant());
        assertThat(work.get("/alerts").expect(200).text()).doesNotContain("已静默");
        work.form("DELETE", "/alerts/silences/" + silence.id(), Map.of()).expect(409);
    }

    @Test
    void thePagesHoldOnADeskAndInTheDark() {
        rule();
        try (var desk = Browser.dark(http.root()).signIn(Objects.requireNonNull(admin.login()), Crowd.PASSWORD)) {
            desk.open("/sources/grades").isAccessible().fits().shot("grades");
            desk.open("/alerts/rules").isAccessible().fits().shot("alert-rules");
            desk.open("/alerts/rules/new");
            desk.page().locator("[name=name]").fill("数据库");
            desk.page().locator("[name=matchers]").fill("instance=~db.*");
            desk.page().locator("[name=opens]").selectOption("incident");
            desk.page().getByText("拿过去的告警试试").click();
            desk.page().locator("#trial h2").waitFor();
            desk.isAccessible().fits().shot("alert-rule");
            desk.open("/alerts/silences/new?kind=maintenance")
                    .isAccessible()
                    .fits()
                    .shot("maintenance");
            desk.open("/alerts/silences").isAccessible().fits().shot("silences");
        }
    }

    @Test
    void thePagesHoldOnAPhone() {
        var end = "x".repeat(80);
        browser.form(
                        "/alerts/rules",
                        Map.of(
                                "name",
                                "一" + end.substring(10),
                                "matchers",
                                "instance=" + end,
                                "opens",
                                "nothing",
                                "active",
                                "true"))
                .expect(303);
        var rule = rules.all().getFirst();
        var draft = new SilenceDraft(
                Kind.SILENCE,
                null,
                List.of("instance=" + end),
                null,
                clock.instant().plusSeconds(600),
                end);
        silences.create(draft, Me.QIAO, clock.instant());
        try (var phone = Browser.phone(http.root()).signIn(Objects.requireNonNull(admin.login()), Crowd.PASSWORD)) {
            phone.open("/alerts/rules").isAccessible().fits().shot("alert-rules-phone");
            phone.open("/alerts/rules/" + rule.id() + "/edit").isAccessible().fits();
            phone.open("/alerts/silences/"
                            + silences.ahead(Me.QIAO, clock.instant())
                                    .getFirst()
                                    .id() + "/edit")
                    .isAccessible()
                    .fits()
                    .shot("silence-edit-phone");
            phone.open("/alerts/silences").isAccessible().fits().shot("silences-phone");
            phone.page().getByText("现在结束").click();
            phone.page().getByText("已结束，还没好的告警重新考虑").waitFor();
        }
        assertThat(silences.ahead(Me.QIAO, clock.instant())).isEmpty();
    }

    private void rule() {
        browser.form(
                        "/alerts/rules",
                        Map.of("name", "测试环境", "matchers", "env=test", "opens", "nothing", "active", "true"))
                .expect(303);
    }

    private List<String> names() {
        return rules.all().stream().map(AlertRule::name).toList();
    }

    private Alert of(Source.Issued source) {
        return alerts.list(Alert.State.OPEN, null, Long.MAX_VALUE, 100, Me.QIAO).stream()
                .filter(alert -> alert.source() == source.source().id())
                .findFirst()
                .orElseThrow();
    }

    private static String found(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
