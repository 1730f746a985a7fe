package dev.qiao.asset;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All services as they were read at a moment: there are few, and every ticket asks for one. */
record Catalogue(List<Service> all, Map<Long, Service> byId, Map<String, Service> byCode, Links links) {
    static Catalogue of(List<Service> all) {
        return new Catalogue(
                List.copyOf(all),
                all.stream().collect(Collectors.toUnmodifiableMap(Service::id, Function.identity())),
                all.stream().collect(Collectors.toUnmodifiableMap(Service::code, Function.identity())),
                Links.of(all));
    }
}
