/** What machines say: alerts, metrics, probes, logs → warnings and incidents. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base::web",
            "base::api",
            "base::reach",
            "base::settings",
            "base::sheet",
            "journal",
            "calendar",
            "people",
            "asset",
            "asset::warranty",
            "ticket",
            "ticket::link",
            "ticket::load",
            "ticket::merge",
            "ticket::recovery",
            "ticket::similar"
        })
package dev.qiao.signal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
