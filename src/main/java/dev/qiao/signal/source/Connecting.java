package dev.qiao.signal.source;

import dev.qiao.base.reach.Reach;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a sender has to be told so that it speaks to us. */
@Component
public class Connecting {
    /**
     * Where to, and with what.
     *
     * @param key null where it is part of the address
     * @param configuration as it is copied into the sender's own file
     */
    public record Way(String url, @Nullable String key, String configuration) {}

    private static final int LAST_MINUTE = 59;

    private final Reach reach;
    private final SyslogAddresses syslog;
    private final TrapAddress traps;

    Connecting(Reach reach, SyslogAddresses syslog, TrapAddress traps) {
        this.reach = reach;
        this.syslog = syslog;
        this.traps = traps;
    }

    /** For a source with this key, or with a word in its place once it is no longer known. */
    public Way of(Source source, String key) {
        var url = reach.of("/in/" + key);
        return switch (source.kind()) {
            case ALERTMANAGER -> new Way(url, null, """
                        receivers:
                          - name: qiao
                            webhook_configs:
                              - url: %s
                                send_resolved: true
                        """.formatted(url));
            case GRAFANA -> new Way(url, null, """
                        # provisioning/alerting/qiao.yaml
                        apiVersion: 1
                        contactPoints:
                          - orgId: 1
                            name: qiao
                            receivers:
                              - uid: qiao
                                type: webhook
                                settings:
                                  url: %s
                                  httpMethod: POST
                        """.formatted(url));
            case PAGERDUTY -> pagerDuty(key);
            case OPSGENIE -> opsgenie(key);
            case ZABBIX -> new Way(url, null, """
                        # Alerts / Media types / Import: the file qiao.yaml from this page
                        # then Users / Media: send to
                        %s
                        """.formatted(url));
            case CLOUDEVENTS -> new Way(url, null, """
                        curl -X POST %s \\
                          -H 'Content-Type: application/cloudevents+json' \\
                          -d '{"specversion": "1.0", "type": "com.example.disk.full", "source": "/db01", "id": "1",
                               "subject": "/data", "data": {"severity": "critical", "title": "Disk full"}}'
                        """.formatted(url));
            case JSON -> new Way(url, null, """
                        curl -X POST %s \\
                          -H 'Content-Type: application/json' \\
                          -d '{"id": "disk-db01", "title": "Disk full", "severity": "critical", "status": "firing"}'
                        """.formatted(url));
            case OTLP -> new Way(url, null, """
                        # OpenTelemetry Collector; /v1/logs and /v1/metrics are put behind it
                        exporters:
                          otlp_http/qiao:
                            endpoint: %s
                            compression: gzip
                        # service: pipelines: logs and metrics: exporters: [otlp_http/qiao]
                        """.formatted(url));
            case LOGS -> new Way(url, null, """
                        journalctl -o short-iso --since -5min | gzip | \\
                          curl -fsS --retry 3 -H 'Content-Type: text/plain' -H 'Content-Encoding: gzip' --data-binary @- %s
                        """.formatted(url));
            case PROMETHEUS ->
                new Way("", null, """
                        # the desk asks %s by itself
                        """.formatted(
                                Objects.requireNonNull(source.setup().scrape()).url()));
            case OWN -> new Way("", null, "");
            case SYSLOG -> syslog.way();
            case SNMP -> traps.way(key);
            case HEARTBEAT ->
                new Way(url, null, """
                        # crontab
                        */%d * * * * curl -fsS --retry 3 %s
                        """.formatted(Math.clamp(source.setup().every(), 1, LAST_MINUTE), url));
        };
    }

    private Way pagerDuty(String key) {
        var url = reach.of("/v2/enqueue");
        return new Way(url, key, """
                        receivers:
                          - name: qiao
                            pagerduty_configs:
                              - url: %s
                                routing_key: %s
                                send_resolved: true
                        """.formatted(url, key));
    }

    /** Clients put the rest of the address behind it themselves. */
    private Way opsgenie(String key) {
        var url = reach.of("/");
        return new Way(url, key, """
                        receivers:
                          - name: qiao
                            opsgenie_configs:
                              - api_url: %s
                                api_key: %s
                                send_resolved: true
                        """.formatted(url, key));
    }
}
