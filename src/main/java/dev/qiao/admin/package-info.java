/** Settings, imports, audit, health of the desk itself. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base::api",
            "base::web",
            "base::sheet",
            "base::server",
            "base::settings",
            "journal",
            "calendar",
            "people",
            "ticket"
        })
package dev.qiao.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
