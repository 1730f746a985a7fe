/** Tickets: what people ask for and what broke, from the first word to the last. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base::web",
            "base::sheet",
            "base::api",
            "journal",
            "calendar",
            "people",
            "sla",
            "people::access",
            "people::draft",
            "sla::check",
            "asset"
        })
package dev.qiao.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
