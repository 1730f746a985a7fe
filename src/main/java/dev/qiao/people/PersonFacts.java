package dev.qiao.people;

import dev.qiao.journal.Facts;
import java.util.List;

/** What the journal says of a person. */
public sealed interface PersonFacts extends Facts {
    record PersonAdded() implements PersonFacts {}

    record PersonEdited(List<String> fields) implements PersonFacts {}

    record PersonActivated() implements PersonFacts {}

    record PersonDeactivated() implements PersonFacts {}

    /** Said no more since changes tell before and after, still to be read. */
    record PersonRolesGranted(List<String> roles) implements PersonFacts {}

    record PersonSignedIn(long session) implements PersonFacts {}

    record PersonPasswordSet() implements PersonFacts {}

    record PersonTokenIssued(long token, Token.Scope scope) implements PersonFacts {}

    record PersonTokenRevoked(long token) implements PersonFacts {}

    /** A one-time link to come in for the first time. */
    record PersonInvited(long invitationId, long personId) implements PersonFacts {}

    /** A one-time link to choose another password. */
    record ResetOffered(long invitationId, long personId) implements PersonFacts {}
}
