/** Agreements and clocks over any subject. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "base::web", "journal", "calendar", "people"})
package dev.qiao.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
