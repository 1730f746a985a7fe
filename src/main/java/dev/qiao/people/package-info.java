/** Persons, organizations, teams, roles, rosters, sign-in and tokens, and who may see what. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "base::api", "base::web", "base::sheet", "base::settings", "journal", "calendar"
        })
package dev.qiao.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
