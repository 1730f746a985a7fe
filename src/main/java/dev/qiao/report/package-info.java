/** Promise against fact: targets, each computed live from records, each figure opening the tickets behind it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "base::web", "base::sheet", "base::api", "journal", "calendar", "people"})
package dev.qiao.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
