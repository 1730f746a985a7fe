/** Services and the things they run on: who owns them and which teams care for them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "base::web", "base::api", "base::sheet", "journal", "calendar", "people"})
package dev.qiao.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
