package dev.qiao.signal.source;

import dev.qiao.base.Refused;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a source needs besides its key, by its kind.
 *
 * @param every minutes within which a heartbeat has to come; 0 for other kinds
 * @param grace minutes that are waited beyond that
 * @param mapping how its JSON is read; null for other kinds
 * @param warns whether a log pattern that is new or explodes is an alert; null for kinds that send no logs
 * @param from the networks whose syslog is this source's; null or empty: whatever is no other's
 * @param traps what its traps mean, besides those that every device sends; null for other kinds
 * @param scrape how it is asked; null for kinds that speak themselves
 */
public record Setup(
        int every,
        int grace,
        @Nullable Mapping mapping,
        @Nullable Boolean warns,
        @Nullable List<String> from,
        @Nullable List<TrapRule> traps,
        @Nullable Scrape scrape) {
    public Setup(int every, int grace, @Nullable Mapping mapping, @Nullable Boolean warns) {
        this(every, grace, mapping, warns, null, null, null);
    }

    public Setup(
            int every,
            int grace,
            @Nullable Mapping mapping,
            @Nullable Boolean warns,
            @Nullable List<String> from,
            @Nullable List<TrapRule> traps) {
        this(every, grace, mapping, warns, from, traps, null);
    }

    private static Setup asking(Scrape scrape) {
        return new Setup(0, 0, null, null, null, null, scrape);
    }

    /** Of kinds that need nothing. */
    public static final Setup NONE = new Setup(0, 0, null, null);
    /** Of kinds that send logs. */
    private static final Setup WARNING = new Setup(0, 0, null, true);

    private static final int LONGEST = 40_320;
    private static final int EVERY = 5;

    /** What a new source of this kind begins with. */
    public static Setup usual(Sender kind) {
        return switch (kind) {
            case HEARTBEAT -> new Setup(EVERY, 1, null, null);
            case JSON -> new Setup(0, 0, Mapping.USUAL, null);
            case OTLP, LOGS, SYSLOG -> WARNING;
            case SNMP -> new Setup(0, 0, null, null, null, List.of());
            case PROMETHEUS -> asking(Scrape.USUAL);
            case ALERTMANAGER, GRAFANA, PAGERDUTY, OPSGENIE, ZABBIX, CLOUDEVENTS, OWN -> NONE;
        };
    }

    /** The same, without what this kind does not need. Errors: invalid, naming the field. */
    Setup checked(Sender kind) {
        return switch (kind) {
            case HEARTBEAT -> {
                if (every < 1 || every > LONGEST) throw Refused.invalid("every", "signal.every_range", LONGEST);
                if (grace < 0 || grace > LONGEST) throw Refused.invalid("grace", "signal.grace_range", LONGEST);
                yield new Setup(every, grace, null, null);
            }
            case JSON ->
                new Setup(
                        0, 0, Objects.requireNonNullElse(mapping, Mapping.USUAL).checked(), null);
            case OTLP, LOGS -> new Setup(0, 0, null, Boolean.TRUE.equals(warns));
            case SYSLOG -> new Setup(0, 0, null, Boolean.TRUE.equals(warns), Network.checked(senders()), null);
            case SNMP -> new Setup(0, 0, null, null, null, TrapRule.checked(meanings()));
            case PROMETHEUS ->
                asking(Objects.requireNonNullElse(scrape, Scrape.USUAL).checked());
            case ALERTMANAGER, GRAFANA, PAGERDUTY, OPSGENIE, ZABBIX, CLOUDEVENTS, OWN -> NONE;
        };
    }

    /** The networks that its syslog comes from. */
    public List<String> senders() {
        return Objects.requireNonNullElse(from, List.of());
    }

    /** What its own traps mean. */
    public List<TrapRule> meanings() {
        return Objects.requireNonNullElse(traps, List.of());
    }

    /** The same with other meanings of its traps. */
    public Setup meaning(List<TrapRule> others) {
        return new Setup(every, grace, mapping, warns, from, others, scrape);
    }
}
