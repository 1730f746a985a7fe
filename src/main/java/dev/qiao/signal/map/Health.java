package dev.qiao.signal.map;

import dev.qiao.asset.Service;
import dev.qiao.base.Coded;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a service is.
 *
 * @param alerts how many are open and not silenced
 * @param incidents how many that the reader sees are open and important
 * @param since when the first of what is wrong began, as far as alerts say
 */
public record Health(
        Service service,
        State state,
        int alerts,
        int incidents,
        @Nullable Instant since) {
    /** 故障, 受影响, 维护, 正常: the worst first. */
    public enum State implements Coded {
        FAILING,
        AFFECTED,
        MAINTENANCE,
        FINE;

        /** The mark that stands for it. */
        public String mark() {
            return switch (this) {
                case FAILING -> "down";
                case AFFECTED -> "slow";
                case MAINTENANCE -> "planned";
                case FINE -> "up";
            };
        }
    }

    /**
     * Open alerts of a service that are alike.
     *
     * @param bad whether they are of at least major severity and not only a warning
     * @param folded whether something below is the reason
     */
    record Wrong(long service, boolean bad, boolean folded, int alerts, Instant since) {}

    /**
     * Failing is what has a bad alert of its own, or an urgent incident; affected what has another alert or an important one.
     *
     * @param maintained whether it is being looked after just now
     */
    static Health of(Service service, Collection<Wrong> wrong, int urgent, int important, boolean maintained) {
        boolean failing = urgent > 0 || wrong.stream().anyMatch(each -> each.bad() && !each.folded());
        boolean affected = important > 0 || !wrong.isEmpty();
        var state = maintained ? State.MAINTENANCE : failing ? State.FAILING : affected ? State.AFFECTED : State.FINE;
        var since = wrong.stream()
                .map(Wrong::since)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Health(service, state, wrong.stream().mapToInt(Wrong::alerts).sum(), urgent + important, since);
    }
}
