/** What happened to anything: one append-only record that feeds timeline, notices, live pages, rollups and audit. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "base::api", "base::web", "base::settings"})
package dev.qiao.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
