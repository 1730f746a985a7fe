package dev.qiao.people;

import dev.qiao.base.Permission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of permissions with a name.
 *
 * @param name null for a shipped role that keeps its own word, {@code people.role.<code>}
 */
public record Role(long id, String code, @Nullable String name, Set<Permission> permissions, int version) {}
