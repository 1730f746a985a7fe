package dev.qiao.people.draft;

import java.time.Instant;
import java.util.Map;

/**
 * What one person typed in one form and has not sent yet.
 *
 * @param name of the form, such as {@code ticket-20437.public}
 * @param fields what was changed in it, by the names of its fields
 * @param version counts how often it was saved: who saves over a version that they have not seen is told so
 */
public record Draft(String name, Map<String, String> fields, int version, Instant savedAt) {}
