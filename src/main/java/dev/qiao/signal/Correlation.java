package dev.qiao.signal;

import dev.qiao.asset.Links;
import dev.qiao.signal.fold.Failing;
import dev.qiao.signal.fold.Folding;
import dev.qiao.signal.rule.Opens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts belong together: those that their senders put together, those of one service or of two that are linked that come near in
 * time, and those that lie below one of them. A pure function of the incidents that are still dealt with, of the links and of the alerts
 * in their order.
 */
final class Correlation {
    /** Alerts of one service that come within so long of each other are one fault. */
    static final Duration NEAR = Duration.ofMinutes(15);

    /** What comes together: an incident that there is, or one that is yet to be opened. */
    static final class Gathering {
        private final @Nullable Incident incident;
        private final List<Alert> alerts = new ArrayList<>();
        private final List<Alert> calling = new ArrayList<>();
        private Opens opens;
        private Instant lastAt;

        private Gathering(@Nullable Incident incident, Opens opens, Instant lastAt) {
            this.incident = incident;
            this.opens = opens;
            this.lastAt = lastAt;
        }

        @Nullable
        Incident incident() {
            return incident;
        }

        /** Whether it is about what will be wrong, not about what is. */
        boolean warning() {
            return opens == Opens.WARNING;
        }

        /** Those that come to it now, in their order. */
        List<Alert> alerts() {
            return List.copyOf(alerts);
        }

        /** Of the first alert that says; null when none does. */
        @Nullable
        Long service() {
            if (incident != null && incident.service() != null) return incident.service();
            return alerts.stream()
                    .map(Alert::service)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /** When the fault began, as far as its alerts know. */
        Instant beganAt() {
            return alerts.stream().map(Alert::beganAt).min(Instant::compareTo).orElse(lastAt);
        }

        /** The worst of those for which somebody has to come, and of those the first. */
        Alert worst() {
            var those = calling.isEmpty() ? alerts : calling;
            return those.stream().min(Comparator.comparing(Alert::severity)).orElseThrow();
        }

        private void add(Alert alert, Opens alone) {
            alerts.add(alert);
            if (alone != Opens.NOTHING) calling.add(alert);
            if (alone.compareTo(opens) > 0) opens = alone;
            if (alert.firstAt().isAfter(lastAt)) lastAt = alert.firstAt();
        }
    }

    private final List<Gathering> all = new ArrayList<>();
    private final Map<String, Gathering> byGroup = new HashMap<>();
    private final Map<Long, Gathering> byService = new HashMap<>();
    /** By the services that their incidents are about: a fault reaches those that are linked with it, not those beyond. */
    private final Map<Long, Gathering> byHome = new HashMap<>();

    private final Map<Long, Gathering> byAlert = new HashMap<>();
    private final Links links;

    Correlation(Collection<Incident> open, Links links) {
        this.links = links;
        for (var incident : open) {
            var opens = incident.warning() ? Opens.WARNING : Opens.INCIDENT;
            var gathering = new Gathering(incident, opens, incident.lastAt());
            all.add(gathering);
            incident.groups().forEach(group -> byGroup.merge(group, gathering, Correlation::worse));
            if (incident.service() != null && !incident.warning())
                byService.merge(
                        incident.service(), gathering, (one, other) -> one.lastAt.isBefore(other.lastAt) ? other : one);
            if (incident.restoredAt() == null && byService.get(incident.service()) == gathering)
                byHome.put(incident.service(), gathering);
        }
    }

    /**
     * Puts an alert where it belongs. What is wrong never goes into a warning's ticket; a warning goes along with what is already wrong.
     *
     * @param opens what it would open alone; one that opens nothing only goes with its group
     */
    void place(Alert alert, Opens opens) {
        boolean calls = opens != Opens.NOTHING;
        var gathering = byGroup.get(alert.group());
        if (gathering != null && gathering.warning() && opens == Opens.INCIDENT) gathering = null;
        if (gathering == null && calls && alert.service() != null)
            gathering = near(alert, byService.get(alert.service()));
        if (gathering == null && calls && alert.service() != null) gathering = beside(alert, alert.service());
        if (gathering == null) {
            gathering = new Gathering(null, opens, alert.firstAt());
            all.add(gathering);
            if (opens == Opens.INCIDENT && alert.service() != null) byHome.put(alert.service(), gathering);
        }
        gathering.add(alert, opens);
        byAlert.put(alert.id(), gathering);
        byGroup.merge(alert.group(), gathering, Correlation::worse);
        if (gathering.opens == Opens.INCIDENT && calls && alert.service() != null)
            byService.put(alert.service(), gathering);
    }

    /**
     * Puts all of them where they belong: first those that lie below nothing. Returns those that lie below something, each with that.
     *
     * @param opens what each would open alone
     */
    Map<Long, Failing> place(List<Alert> fresh, Folding folding, Function<Alert, Opens> opens) {
        var below = new LinkedHashMap<Alert, Failing>();
        for (var alert : fresh)
            if (alert.service() != null) folding.under(alert.service()).ifPresent(failing -> below.put(alert, failing));
        fresh.stream().filter(alert -> !below.containsKey(alert)).forEach(alert -> place(alert, opens.apply(alert)));
        var folded = new LinkedHashMap<Long, Failing>();
        below.forEach((alert, failing) -> {
            if (fold(alert, failing)) folded.put(alert.id(), failing);
            else place(alert, opens.apply(alert));
        });
        return folded;
    }

    /**
     * Puts an alert to what it lies below, though it comes much later. False when that is dealt with nowhere any more; in no incident when
     * somebody has silenced that.
     */
    private boolean fold(Alert alert, Failing under) {
        var gathering = byAlert.get(under.alert());
        if (gathering == null && under.incident() != null)
            gathering = all.stream()
                    .filter(each -> each.incident != null && each.incident.id() == under.incident())
                    .findFirst()
                    .orElse(null);
        if (gathering == null) return under.incident() == null;
        gathering.alerts.add(alert);
        return true;
    }

    /** Of what is wrong with services that are linked with it, the one nearest in time. */
    private @Nullable Gathering beside(Alert alert, long service) {
        return links.beside(service).stream()
                .map(other -> near(alert, byHome.get(other)))
                .filter(Objects::nonNull)
                .min(Comparator.comparing(
                        each -> Duration.between(each.lastAt, alert.firstAt()).abs()))
                .orElse(null);
    }

    private static Gathering worse(Gathering one, Gathering other) {
        return other.opens.compareTo(one.opens) > 0 ? other : one;
    }

    private static @Nullable Gathering near(Alert alert, @Nullable Gathering gathering) {
        if (gathering == null) return null;
        return Duration.between(gathering.lastAt, alert.firstAt()).abs().compareTo(NEAR) <= 0 ? gathering : null;
    }

    /** Those to which something came, and for which somebody has to come or has. */
    List<Gathering> gatherings() {
        return all.stream()
                .filter(gathering -> !gathering.alerts.isEmpty())
                .filter(gathering -> !gathering.calling.isEmpty() || gathering.incident != null)
                .toList();
    }
}
