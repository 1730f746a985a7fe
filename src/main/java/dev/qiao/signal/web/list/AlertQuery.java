package dev.qiao.signal.web.list;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.signal.Alert.State;
import dev.qiao.signal.Alerts.Filter;
import dev.qiao.signal.Alerts.Narrow;
import dev.qiao.signal.Alerts.Over;
import dev.qiao.signal.Severity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a page of them shows, as its address says it.
 *
 * @param state a state; empty: all that are not over; {@code all}: whatever it is
 * @param severity the least that is shown; empty: all
 * @param name of which alert; empty: of any
 * @param q words in its title, its name or its key
 * @param service by its code
 * @param month in which it began, such as 2026-11
 * @param flapping whether only what flaps is shown
 */
public record AlertQuery(
        String state,
        String severity,
        String name,
        String q,
        String service,
        String month,
        @Nullable Boolean flapping) {
    private static final String ALL = "all";

    /** A field that did not come is empty. */
    public AlertQuery {
        state = Objects.requireNonNullElse(state, "");
        severity = Objects.requireNonNullElse(severity, "");
        name = Objects.requireNonNullElse(name, "");
        q = Objects.requireNonNullElse(q, "").strip();
        service = Objects.requireNonNullElse(service, "");
        month = Objects.requireNonNullElse(month, "");
        flapping = Boolean.TRUE.equals(flapping);
    }

    /** Errors: invalid, naming the field. */
    Filter filter(Services services, ZoneId zone) {
        var usual = Filter.of(
                state.isEmpty() || state.equals(ALL) ? null : Coded.of(State.class, "state", state),
                severity.isEmpty()
                        ? null
                        : Coded.of(Severity.class, "severity", severity).andWorse());
        var when = when();
        var narrow = new Narrow(
                text(name),
                text(q),
                service.isEmpty()
                        ? null
                        : services.byCode(service)
                                .map(Service::id)
                                .orElseThrow(() -> Refused.invalid("service", "signal.no_service")),
                Boolean.TRUE.equals(flapping),
                when == null ? null : when.atDay(1).atStartOfDay(zone).toInstant(),
                when == null
                        ? null
                        : when.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
        return new Filter(state.equals(ALL) ? Over.TOO : usual.over(), usual.state(), usual.severities(), narrow);
    }

    private @Nullable YearMonth when() {
        try {
            return month.isEmpty() ? null : YearMonth.parse(month);
        } catch (DateTimeException _) {
            throw Refused.invalid("month", "signal.no_month", month);
        }
    }

    private static @Nullable String text(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    /** Whether more than state and severity is asked. */
    public boolean narrowed() {
        return !plain().equals(this);
    }

    /** The same without what narrows it. */
    public AlertQuery plain() {
        return new AlertQuery(state, severity, "", "", "", "", false);
    }

    public AlertQuery in(String state) {
        return new AlertQuery(state, severity, name, q, service, month, flapping);
    }

    public AlertQuery from(String severity) {
        return new AlertQuery(state, severity, name, q, service, month, flapping);
    }

    /** What a form keeps that asks for words and a service. */
    public Map<String, String> kept() {
        var all = all();
        all.remove("q");
        all.remove("service");
        return all;
    }

    /** As it stands behind a path; empty for nothing. */
    public String query() {
        return all().entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public String path() {
        var query = query();
        return query.isEmpty() ? "/alerts" : "/alerts?" + query;
    }

    private Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        all.put("state", state);
        all.put("severity", severity);
        all.put("name", name);
        all.put("q", q);
        all.put("service", service);
        all.put("month", month);
        all.put("flapping", Boolean.TRUE.equals(flapping) ? "true" : "");
        all.values().removeIf(String::isEmpty);
        return all;
    }
}
