package dev.qiao.asset.warranty.web;

import dev.qiao.asset.Services;
import dev.qiao.asset.warranty.Warranties;
import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Preferences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a service runs on that is under warranty, on its page. */
@Component
class WarrantyPanel implements Panel {
    private static final int SHOWN = 10;

    private final Warranties warranties;
    private final Services services;
    private final Preferences preferences;

    WarrantyPanel(Warranties warranties, Services services, Preferences preferences) {
        this.warranties = warranties;
        this.services = services;
        this.preferences = preferences;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Services.KIND) || !me.worksHere()) return Optional.empty();
        var today = LocalDate.ofInstant(now, preferences.zone());
        return services.find(subject).map(service -> {
            var lines = warranties.ofService(subject, SHOWN, me).stream()
                    .map(warranty -> new WarrantyLine(warranty, service, today))
                    .toList();
            return new Fragment("asset/warranty/web/panel", Map.of("service", service, "lines", lines));
        });
    }
}
