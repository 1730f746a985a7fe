/** Feedback: what people think of how they were helped. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base::web",
            "base::api",
            "journal",
            "calendar",
            "people",
            "people::draft",
            "asset",
            "sla",
            "ticket",
            "ticket::undo"
        })
package dev.qiao.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
