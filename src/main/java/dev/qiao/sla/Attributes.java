package dev.qiao.sla;

import org.jspecify.annotations.Nullable;

/**
 * What decides which agreement applies to a subject.
 *
 * @param service its code
 * @param organization its number
 * @param vip whether whoever it is for comes first
 */
public record Attributes(
        @Nullable String service, @Nullable Long organization, boolean vip, String kind, String priority) {}
