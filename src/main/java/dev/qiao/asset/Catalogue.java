package dev.qiao.asset;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All services in memory: there are few, every ticket asks for one, and they hardly change. Another node's change is seen within a
 * second, our own at once.
 */
final class Catalogue {
    private static final long FRESH_NANOS = 1_000_000_000;

    /** The services as they were read at a moment. */
    record Shelf(List<Service> all, Map<Long, Service> byId, Map<String, Service> byCode, long readAt) {
        static Shelf of(List<Service> all, long readAt) {
            return new Shelf(
                    List.copyOf(all),
                    all.stream().collect(Collectors.toUnmodifiableMap(Service::id, Function.identity())),
                    all.stream().collect(Collectors.toUnmodifiableMap(Service::code, Function.identity())),
                    readAt);
        }
    }

    private final Supplier<List<Service>> read;
    private final LongSupplier nanos;
    private volatile @Nullable Shelf shelf;

    Catalogue(Supplier<List<Service>> read, LongSupplier nanos) {
        this.read = read;
        this.nanos = nanos;
    }

    Shelf shelf() {
        var now = nanos.getAsLong();
        var seen = shelf;
        if (seen != null && now - seen.readAt() < FRESH_NANOS) return seen;
        var fresh = Shelf.of(read.get(), now);
        shelf = fresh;
        return fresh;
    }

    void forget() {
        shelf = null;
    }
}
