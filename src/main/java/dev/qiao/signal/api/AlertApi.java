package dev.qiao.signal.api;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Alerts.Filter;
import dev.qiao.signal.Alerts.Narrow;
import dev.qiao.signal.Alerts.Over;
import dev.qiao.signal.Severity;
import dev.qiao.signal.web.AlertLine;
import dev.qiao.signal.web.AlertLines;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What machines find wrong. */
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
@RestController
@RequestMapping("/api/v1/alerts")
class AlertApi {
    private static final String LIST = "alerts";

    /**
     * An alert as programs see it.
     *
     * @param key by which its sender knows what is wrong
     * @param group what its sender puts together
     * @param beganAt as far as it can be believed
     * @param count how often the sender said so
     * @param ticket in which it is dealt with
     * @param flapping whether it has come and gone so often lately that its being over means little
     * @param silenced whether nobody is called for it now, because somebody said so
     * @param below the alert of a failing service on which this one rests
     */
    record Shown(
            long id,
            String source,
            String key,
            String group,
            Alert.State state,
            Severity severity,
            String title,
            String text,
            String url,
            Map<String, String> labels,
            Instant beganAt,
            @Nullable Instant endedAt,
            Instant lastAt,
            long count,
            @Nullable Ref service,
            @Nullable Long ticket,
            boolean flapping,
            boolean silenced,
            @Nullable Long below) {

        static Shown of(AlertLine line) {
            var alert = line.alert();
            var service = line.service();
            return new Shown(
                    alert.id(),
                    line.source(),
                    alert.key(),
                    alert.group(),
                    alert.state(),
                    alert.severity(),
                    alert.title(),
                    alert.text(),
                    alert.url(),
                    alert.labels(),
                    alert.beganAt(),
                    alert.endedAt(),
                    alert.lastAt(),
                    alert.count(),
                    service == null ? null : new Ref(service.code(), service.name()),
                    line.ticket(),
                    alert.flapping(),
                    line.silent(),
                    line.folded() ? Objects.requireNonNull(line.below()).under() : null);
        }
    }

    private final Alerts alerts;
    private final AlertLines lines;
    private final Services services;

    AlertApi(Alerts alerts, AlertLines lines, Services services) {
        this.alerts = alerts;
        this.lines = lines;
        this.services = services;
    }

    /**
     * The newest first.
     *
     * @param state absent: all that are not over
     * @param severity the least that is wanted; what nobody graded counts as bad
     * @param over whether what is over is wanted too, where no state is named
     * @param name the label alertname, else the title
     * @param q words in title, name or key
     * @param service by its code
     * @param flapping whether only what flaps is wanted
     */
    @GetMapping
    Slice<Shown> index(
            @RequestParam(required = false) Alert.@Nullable State state,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(defaultValue = "false") boolean flapping,
            Paging paging,
            Me me) {
        var after = paging.after(LIST);
        var before = after == null ? Long.MAX_VALUE : after.number(0);
        var wanted = severity == null ? null : severity.andWorse();
        var usual = Filter.of(state, wanted);
        var narrow = new Narrow(name, q, service(service), flapping, null, null);
        var filter = new Filter(state == null && over ? Over.TOO : usual.over(), state, wanted, narrow);
        var found = alerts.list(filter, before, paging.limit() + 1, me);
        var page = Slice.of(found, paging.limit(), last -> Keyset.of(LIST, last.id()));
        return new Slice<>(lines.of(page.items(), me).stream().map(Shown::of).toList(), page.next());
    }

    private @Nullable Long service(@Nullable String code) {
        if (code == null) return null;
        return services.byCode(code)
                .map(Service::id)
                .orElseThrow(() -> Refused.invalid("service", "signal.no_service"));
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable long id, Me me) {
        return Shown.of(lines.of(List.of(alerts.find(id, me)), me).getFirst());
    }
}
