package dev.qiao.ticket.followup;

import dev.qiao.ticket.followup.CarriedSql.Carried;
import dev.qiao.ticket.followup.CarriedSql.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dates on merged tickets: how they go along, and how they go back. The rules stand at {@link FollowUps#release}. */
@Component
class Carrying {
    private final CarriedSql sql;

    Carrying(CarriedSql sql) {
        this.sql = sql;
    }

    void follow(long number, long into, LongPredicate whose) {
        var people =
                sql.people(number).stream().filter(person -> whose.test(person)).toList();
        for (var one : sql.keep(number, into, people)) {
            var joint = Wish.both(one.there(), one.moved());
            if (joint != null) sql.put(into, one.person(), joint, null);
        }
        sql.leave(number, people);
    }

    void release(long number, List<Long> above) {
        sql.forget(number).forEach(one -> release(one, above));
    }

    private void release(Carried one, List<Long> above) {
        var hops = hops(one, above);
        long where = hops.isEmpty() ? one.into() : hops.getLast().into();
        var before = hops.isEmpty() ? one : hops.getLast();
        var joint = Wish.both(before.there(), before.moved());
        var left = further(one.there(), hops);
        var standing = sql.standing(where, one.person());
        settle(one, left, joint, where, standing);
    }

    private void settle(
            Carried one, @Nullable Wish left, @Nullable Wish joint, long where, @Nullable Standing standing) {
        var told = standing == null ? null : standing.wish().told();
        var back = one.moved().toldBy(told);
        if (standing == null) {
            sql.put(one.number(), one.person(), back, null);
            return;
        }
        boolean touched = !standing.wish().same(joint);
        if (touched && left == null) back = standing.wish();
        sql.put(one.number(), one.person(), back, standing.removed());
        if (left == null) sql.remove(where, one.person());
        else if (!touched) sql.put(where, one.person(), left.toldBy(told), standing.removed());
    }

    /** Where it went on, and where that went on, as far as it went along. */
    private List<Carried> hops(Carried one, List<Long> above) {
        var hops = new ArrayList<Carried>();
        for (long at : above) {
            var next = sql.find(at, one.person());
            if (next == null) break;
            hops.add(next);
        }
        return hops;
    }

    /** What goes on without it, at each of them; returns what is left in the last. */
    private @Nullable Wish further(@Nullable Wish left, List<Carried> hops) {
        for (var hop : hops) {
            if (left == null) sql.forget(hop.number(), hop.person());
            else sql.change(hop.number(), hop.person(), left);
            left = Wish.both(hop.there(), left);
        }
        return left;
    }
}
