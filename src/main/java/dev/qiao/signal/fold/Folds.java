package dev.qiao.signal.fold;

import static java.util.stream.Collectors.toMap;

import dev.qiao.asset.Links;
import dev.qiao.asset.Links.Reached;
import dev.qiao.asset.Services;
import dev.qiao.signal.fold.FoldSql.Carrying;
import dev.qiao.signal.fold.FoldSql.Fold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lies below what. */
@Component
public class Folds {
    private static final int MOST = 2_000;

    private final FoldSql sql;
    private final Services services;

    Folds(FoldSql sql, Services services) {
        this.sql = sql;
        this.services = services;
    }

    /**
     * As it is now for alerts of these services.
     *
     * @param fresh what fails since just now, and is in no incident yet
     */
    public Folding of(Collection<Long> about, Collection<Failing> fresh) {
        var links = services.links();
        var below = new HashSet<Long>();
        about.forEach(
                service -> links.below(service).stream().map(Reached::service).forEach(below::add));
        if (below.isEmpty()) return new Folding(List.of(), links);
        var known = sql.failing(below);
        return new Folding(Stream.concat(known.stream(), fresh.stream()).toList(), links);
    }

    /** They came to the incident of what they lie below, or to none. */
    public void joined(Map<Long, Failing> folded) {
        sql.put(folded.entrySet().stream()
                .map(each -> new Fold(each.getKey(), each.getValue().alert(), true))
                .toList());
    }

    /**
     * What else is wrong above what fails now lies below it from now on, in whichever incident it is; and what lay below it while nobody
     * dealt with it is looked at again.
     */
    public void gather(Collection<Failing> fresh) {
        var links = services.links();
        var above = new HashSet<Long>();
        fresh.forEach(each ->
                links.above(each.service()).stream().map(Reached::service).forEach(above::add));
        if (above.isEmpty()) return;
        lay(above, of(above, fresh));
        sql.rouse(fresh.stream().map(Failing::alert).toList());
    }

    /**
     * As services rest on each other from now on: what lies below something on which it does not rest is let go, and what rests on
     * something that fails lies below it. Returns how many it moved.
     */
    int reconsider(Links links) {
        int moved = 0;
        long after = 0;
        while (true) {
            var lying = sql.lying(after, MOST);
            var loose = lying.stream()
                    .filter(each -> !rests(each.service(), each.underService(), links))
                    .map(FoldSql.Lying::alert)
                    .toList();
            if (!loose.isEmpty()) moved += sql.release(loose);
            if (lying.size() < MOST) break;
            after = lying.getLast().alert();
        }
        var troubled = sql.troubled();
        return troubled.isEmpty() ? moved : moved + lay(troubled, of(troubled, List.of()));
    }

    private static boolean rests(@Nullable Long service, @Nullable Long under, Links links) {
        return service != null
                && under != null
                && links.below(service).stream().anyMatch(reached -> reached.service() == under);
    }

    private int lay(Collection<Long> services, Folding folding) {
        var folds = new ArrayList<Fold>();
        for (var alert : sql.above(services, MOST))
            folding.under(alert.service())
                    .ifPresent(failing -> folds.add(new Fold(alert.alert(), failing.alert(), false)));
        sql.put(folds);
        return folds.size();
    }

    /** What each of these lies below, by their numbers. */
    public Map<Long, Below> below(Collection<Long> alerts) {
        return alerts.isEmpty() ? Map.of() : sql.of(alerts).stream().collect(toMap(Below::alert, below -> below));
    }

    /** How many lie below each of these, by their numbers. */
    public Map<Long, Integer> carrying(Collection<Long> alerts) {
        return alerts.isEmpty()
                ? Map.of()
                : sql.carrying(alerts).stream().collect(toMap(Carrying::alert, Carrying::below));
    }
}
