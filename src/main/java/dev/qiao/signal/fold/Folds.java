package dev.qiao.signal.fold;

import static java.util.stream.Collectors.toMap;

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
        var folding = of(above, fresh);
        var folds = new ArrayList<Fold>();
        for (var alert : sql.above(above, MOST))
            folding.under(alert.service())
                    .ifPresent(failing -> folds.add(new Fold(alert.alert(), failing.alert(), false)));
        sql.put(folds);
        sql.rouse(fresh.stream().map(Failing::alert).toList());
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
