/** The shell: page frame, refusals, the database handle and server, time, batches, contributions. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.qiao.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
