/** A made-up company with a year of work, for looking around. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base::server",
            "base::settings",
            "journal",
            "people",
            "people::roster",
            "people::skill",
            "sla",
            "sla::ladder",
            "asset",
            "asset::warranty",
            "ticket",
            "ticket::canned",
            "ticket::checklist",
            "ticket::deed",
            "ticket::form",
            "ticket::macro",
            "ticket::merge",
            "ticket::shift",
            "dispatch",
            "feedback",
            "feedback::call",
            "feedback::complaint",
            "feedback::grievance",
            "feedback::suggestion",
            "feedback::survey",
            "signal",
            "signal::deploy",
            "signal::probe",
            "signal::rule",
            "signal::silence",
            "signal::source",
            "signal::status"
        })
package dev.qiao.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
