package dev.qiao.asset.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The services that a team cares for, on its page. */
@Component
class TeamServices implements Panel {
    private final Services services;

    TeamServices(Services services) {
        this.services = services;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals("team")) return Optional.empty();
        return Optional.of(new Fragment("asset/web/panel", Map.of("services", services.caredForBy(subject))));
    }
}
