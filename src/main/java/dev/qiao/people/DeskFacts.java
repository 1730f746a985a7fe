package dev.qiao.people;

import dev.qiao.journal.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the journal says of teams, organizations and roles. */
public sealed interface DeskFacts extends Facts {
    /** This and those below are said no more since changes tell before and after ({@link dev.qiao.journal.Configured}), still to be read. */
    record TeamAdded() implements DeskFacts {}

    /** How it stands now. */
    record TeamEdited(@Nullable Long lead, Tier tier, boolean active) implements DeskFacts {}

    /** From now on exactly these. */
    record TeamStaffed(List<Long> persons) implements DeskFacts {}

    /** How the weekly roster was written anew before it had layers: said no more, still to be read. */
    record TeamRostered(int spans) implements DeskFacts {}

    record OrganizationAdded(boolean vip) implements DeskFacts {}

    /** How it stands now. */
    record OrganizationEdited(boolean vip, boolean active) implements DeskFacts {}

    /** Permissions that a role got and lost. */
    record RoleEdited(List<String> given, List<String> taken) implements DeskFacts {}
}
