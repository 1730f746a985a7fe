package dev.qiao.signal.fold;

import dev.qiao.asset.Links;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Under what the alerts of a service lie: of the failing services on which it rests under one that rests on none that fails, for that is
 * the reason of the others; of several under the deepest. A pure function of what is failing and of what rests on what.
 */
public final class Folding {
    /** Of several alerts of one service the worst, and of those the first. */
    private static final Comparator<Failing> WORST =
            Comparator.comparing(Failing::severity).thenComparingLong(Failing::alert);

    private final Map<Long, Failing> byService = new HashMap<>();
    private final Set<Long> reasons;
    private final Links links;

    public Folding(Collection<Failing> failing, Links links) {
        this.links = links;
        failing.forEach(each ->
                byService.merge(each.service(), each, (one, other) -> WORST.compare(one, other) <= 0 ? one : other));
        this.reasons = byService.keySet().stream()
                .filter(service -> links.below(service).stream()
                        .map(Links.Reached::service)
                        .noneMatch(byService::containsKey))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where what is failing is dealt with. */
    public Set<Long> incidents() {
        return byService.values().stream()
                .map(Failing::incident)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Empty when nothing of what it rests on is failing. */
    public Optional<Failing> under(long service) {
        if (byService.isEmpty()) return Optional.empty();
        return links.below(service).stream()
                .filter(reached -> reasons.contains(reached.service()))
                .max(Comparator.comparingInt(Links.Reached::depth)
                        .thenComparing(Links.Reached::service, Comparator.reverseOrder()))
                .map(reached -> byService.get(reached.service()));
    }
}
