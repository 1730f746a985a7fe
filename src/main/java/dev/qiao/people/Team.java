package dev.qiao.people;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** People who share a queue, and the zone in which their roster is written. */
public record Team(
        long id,
        String code,
        String name,
        Tier tier,
        @Nullable Long leadId,
        ZoneId zone,
        boolean active,
        int version) {}
