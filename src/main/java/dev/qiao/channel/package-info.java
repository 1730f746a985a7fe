/** Words in and out: the inbox of notices, and mail for what cannot wait for a sign-in. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base::web",
            "base::api",
            "base::reach",
            "base::settings",
            "journal",
            "calendar",
            "people",
            "people::roster",
            "asset",
            "ticket",
            "ticket::merge",
            "feedback",
            "feedback::complaint",
            "feedback::grievance",
            "feedback::link",
            "feedback::suggestion",
            "feedback::survey"
        })
package dev.qiao.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
