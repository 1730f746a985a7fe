package dev.qiao.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts belong together: those that their senders put together, and those of one service that come near in time. A pure function
 * of the incidents that are still dealt with and of the alerts in their order.
 */
final class Correlation {
    /** Alerts of one service that come within so long of each other are one fault. */
    static final Duration NEAR = Duration.ofMinutes(15);

    /** What comes together: an incident that there is, or one that is yet to be opened. */
    static final class Gathering {
        private final @Nullable Incident incident;
        private final List<Alert> alerts = new ArrayList<>();
        private final List<Alert> calling = new ArrayList<>();
        private Instant lastAt;

        private Gathering(@Nullable Incident incident, Instant lastAt) {
            this.incident = incident;
            this.lastAt = lastAt;
        }

        @Nullable
        Incident incident() {
            return incident;
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

        private void add(Alert alert, boolean calls) {
            alerts.add(alert);
            if (calls) calling.add(alert);
            if (alert.firstAt().isAfter(lastAt)) lastAt = alert.firstAt();
        }
    }

    private final List<Gathering> all = new ArrayList<>();
    private final Map<String, Gathering> byGroup = new HashMap<>();
    private final Map<Long, Gathering> byService = new HashMap<>();

    Correlation(Collection<Incident> open) {
        for (var incident : open) {
            var gathering = new Gathering(incident, incident.lastAt());
            all.add(gathering);
            incident.groups().forEach(group -> byGroup.putIfAbsent(group, gathering));
            if (incident.service() != null)
                byService.merge(
                        incident.service(), gathering, (one, other) -> one.lastAt.isBefore(other.lastAt) ? other : one);
        }
    }

    /**
     * Puts an alert where it belongs.
     *
     * @param calls whether somebody has to come for it alone; one that does not only goes with its group
     */
    void place(Alert alert, boolean calls) {
        var gathering = byGroup.get(alert.group());
        if (gathering == null && calls && alert.service() != null)
            gathering = near(alert, byService.get(alert.service()));
        if (gathering == null) {
            gathering = new Gathering(null, alert.firstAt());
            all.add(gathering);
        }
        gathering.add(alert, calls);
        byGroup.putIfAbsent(alert.group(), gathering);
        if (calls && alert.service() != null) byService.put(alert.service(), gathering);
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
