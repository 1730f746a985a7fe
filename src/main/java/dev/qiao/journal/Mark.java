package dev.qiao.journal;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a page has seen the journal: a snapshot of the database, {@code xmin:xmax:running,…}, as PostgreSQL writes it. */
public record Mark(String snapshot) {
    private static final Pattern SNAPSHOT =
            Pattern.compile("(\\d{1,18}):(\\d{1,18}):((?:\\d{1,18}(?:,\\d{1,18}){0,499})?)");

    /** Empty for what PostgreSQL would not take: a page can be made to say anything. */
    public static Optional<Mark> read(@Nullable String said) {
        if (said == null) return Optional.empty();
        var parts = SNAPSHOT.matcher(said);
        if (!parts.matches()) return Optional.empty();
        long least = Long.parseLong(parts.group(1));
        long next = Long.parseLong(parts.group(2));
        if (least == 0 || next < least) return Optional.empty();
        if (parts.group(3).isEmpty()) return Optional.of(new Mark(said));
        long before = least - 1;
        for (long running : Arrays.stream(parts.group(3).split(","))
                .mapToLong(Long::parseLong)
                .toArray()) {
            if (running <= before || running >= next) return Optional.empty();
            before = running;
        }
        return Optional.of(new Mark(said));
    }
}
