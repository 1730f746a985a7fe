/** Who gets the work, and why. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base::web",
            "base::api",
            "journal",
            "calendar",
            "people",
            "people::roster",
            "people::skill",
            "sla",
            "sla::ladder",
            "asset",
            "ticket",
            "ticket::departure",
            "ticket::load"
        })
package dev.qiao.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
