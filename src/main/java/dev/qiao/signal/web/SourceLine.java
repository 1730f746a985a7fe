package dev.qiao.signal.web;

import dev.qiao.asset.Service;
import dev.qiao.signal.Standing;
import dev.qiao.signal.source.Source;
import org.jspecify.annotations.Nullable;

/** One line of the sources. */
public record SourceLine(
        Source source, Standing standing, @Nullable Service service) {
    /** As far as it was counted. */
    public static String counted(int messages) {
        return messages > Standing.MOST ? Standing.MOST + "+" : String.valueOf(messages);
    }
}
