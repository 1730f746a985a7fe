/** Who gets the work, and why. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base::web",
            "journal",
            "calendar",
            "people",
            "people::skill",
            "sla",
            "sla::ladder",
            "asset",
            "ticket",
            "ticket::departure"
        })
package dev.qiao.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
