package dev.qiao.signal.map.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.signal.map.Healths;
import dev.qiao.signal.web.AlertLines;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is wrong with a service, on its page. */
@Component
class ServiceAlertPanel implements Panel {
    private static final int SHOWN = 20;

    private final Healths healths;
    private final AlertLines lines;

    ServiceAlertPanel(Healths healths, AlertLines lines) {
        this.healths = healths;
        this.lines = lines;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Services.KIND) || !me.worksHere()) return Optional.empty();
        var wrong = lines.folded(healths.wrongWith(subject, SHOWN, me), me);
        return Optional.of(new Fragment("signal/map/web/panel", Map.of("lines", wrong)));
    }
}
