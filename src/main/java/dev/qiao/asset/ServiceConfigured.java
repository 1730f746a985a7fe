package dev.qiao.asset;

import dev.qiao.journal.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service was added or changed, and stands now like this. */
public record ServiceConfigured(
        String code, boolean critical, @Nullable Long ownerId, List<Long> teams, boolean active) implements Facts {}
