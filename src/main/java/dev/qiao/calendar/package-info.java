/** Working time: spans, holidays, make-up workdays, zones. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "base::api", "base::web", "journal"})
package dev.qiao.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
