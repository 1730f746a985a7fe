package dev.qiao.demo;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.people.Organizations;
import dev.qiao.signal.Deployed;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.Severity;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.signal.rule.AlertRuleDraft;
import dev.qiao.signal.rule.AlertRules;
import dev.qiao.signal.silence.Silence.Kind;
import dev.qiao.signal.silence.SilenceDraft;
import dev.qiao.signal.silence.Silences;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import dev.qiao.signal.status.StatusPageDraft;
import dev.qiao.signal.status.StatusPages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The machines of the company, which have something to say as the demo opens: one fault, a few warnings, and one message that is no JSON. */
@Component
class Machines {
    private static final Me QIAO = Me.machine(Origin.DEMO);

    private final Sources sources;
    private final Inbox inbox;
    private final Services services;
    private final AlertRules rules;
    private final Silences silences;
    private final Deployments deployments;
    private final Organizations organizations;
    private final StatusPages statusPages;

    Machines(
            Sources sources,
            Inbox inbox,
            Services services,
            AlertRules rules,
            Silences silences,
            Deployments deployments,
            Organizations organizations,
            StatusPages statusPages) {
        this.sources = sources;
        this.inbox = inbox;
        this.services = services;
        this.rules = rules;
        this.silences = silences;
        this.deployments = deployments;
        this.organizations = organizations;
        this.statusPages = statusPages;
    }

    void present(Instant present) {
        var prometheus = connect("Prometheus 生产", Sender.ALERTMANAGER, null, present);
        var office = services.byCode("printing").map(Service::id).orElse(null);
        var zabbix = connect("Zabbix 总部机房", Sender.ZABBIX, office, present);
        connect("夜间备份", Sender.HEARTBEAT, null, present);
        judge(office, present);
        deploy(present);
        publish(present);
        for (int n = 1; n <= 4; n++)
            say(
                    prometheus,
                    alert(
                            "firing",
                            "mail",
                            "critical",
                            "MailQueueStuck",
                            "邮件队列积压",
                            "mail0" + n,
                            present.minus(Duration.ofMinutes(7 + n))),
                    present);
        say(
                prometheus,
                alert(
                        "firing",
                        "erp",
                        "warning",
                        "DiskWillFillUp",
                        "磁盘预计今晚写满",
                        "erp-db01",
                        present.minus(Duration.ofMinutes(40))),
                present);
        say(
                prometheus,
                alert(
                        "firing",
                        "vpn",
                        "warning",
                        "TunnelLatency",
                        "专线延迟升高",
                        "vpn-gw2",
                        present.minus(Duration.ofHours(2))),
                present);
        say(
                prometheus,
                alert(
                        "resolved",
                        "vpn",
                        "warning",
                        "TunnelLatency",
                        "专线延迟升高",
                        "vpn-gw2",
                        present.minus(Duration.ofHours(2))),
                present);
        say(
                zabbix,
                "{\"event\": \"88213\", \"status\": \"problem\", \"name\": \"打印服务器内存使用率超过 90%\", \"severity\": \"Warning\", \"host\": \"print01\"}",
                present);
        say(
                prometheus,
                alert(
                        "firing",
                        "oa",
                        "critical",
                        "NotificationsFail",
                        "审批通知发不出去",
                        "oa01",
                        present.minus(Duration.ofMinutes(5))),
                present);
        say(zabbix, "host=print01 severity=Warning", present);
    }

    /** How services are, for whoever knows the address. */
    private void publish(Instant present) {
        var shown = Stream.of("mail", "oa", "printing", "vpn")
                .flatMap(code -> services.byCode(code).stream())
                .map(Service::id)
                .toList();
        var first = organizations.page("", 1);
        if (first.isEmpty() || shown.isEmpty()) return;
        statusPages.create(
                first.getFirst().id(),
                new StatusPageDraft("it-services", "IT 服务状态", shown, true),
                QIAO,
                present.minus(Duration.ofDays(120)));
    }

    /** What the pipeline brought out lately; the gateway of the mail just before it broke. */
    private void deploy(Instant present) {
        var pipeline = connect("GitLab 流水线", Sender.PAGERDUTY, null, present);
        deployments.tell(
                pipeline.id(),
                present,
                List.of(
                        deployed("erp", "月结报表 2026.11.3", "2026.11.3", present.minus(Duration.ofHours(20))),
                        deployed("crm", "客户管理 8.2.0", "8.2.0", present.minus(Duration.ofHours(5))),
                        deployed("mail", "邮件网关 4.2.1", "4.2.1", present.minus(Duration.ofMinutes(25)))));
    }

    private static Deployed deployed(String service, String title, String version, Instant at) {
        return new Deployed(at, title, "", Map.of("service", service, "version", version));
    }

    /** What is only a test calls nobody, and the printers are looked after tonight. */
    private void judge(@Nullable Long printing, Instant present) {
        var test = List.of("env=~test|dev|staging");
        rules.create(
                new AlertRuleDraft("测试环境不开工单", test, null, Severity.INFO, false, null, null, null, null, true),
                QIAO,
                present);
        if (printing == null) return;
        var from = present.plus(Duration.ofHours(10));
        silences.create(
                new SilenceDraft(
                        Kind.MAINTENANCE, printing, List.of(), from, from.plus(Duration.ofHours(2)), "打印服务器换内存"),
                QIAO,
                present);
    }

    private Source connect(String name, Sender kind, @Nullable Long service, Instant now) {
        return sources.create(new SourceDraft(name, kind, service, Setup.usual(kind), true), QIAO, now)
                .source();
    }

    private void say(Source source, String words, Instant now) {
        inbox.take(source, "", Map.of("content-type", "application/json"), words.getBytes(StandardCharsets.UTF_8), now);
    }

    private static String alert(
            String status, String service, String severity, String name, String summary, String host, Instant began) {
        return """
                {"version": "4", "groupKey": "{}:{alertname=\\"%s\\"}", "status": "%s", "receiver": "qiao", "alerts": [{
                  "status": "%s", "startsAt": "%s", "generatorURL": "http://prometheus.example/graph",
                  "labels": {"alertname": "%s", "severity": "%s", "service": "%s", "instance": "%s"},
                  "annotations": {"summary": "%s"}}]}
                """.formatted(name, status, status, began, name, severity, service, host, summary);
    }
}
