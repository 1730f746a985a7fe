package dev.qiao.signal.watch;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.qiao.base.Coded;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What is a sign of trouble to come in the readings of a series. Judging is a pure function of the readings, which are in their order in
 * time; whoever asks fetches those of {@link #spans}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Threshold.class, name = "threshold"),
    @JsonSubTypes.Type(value = Trend.class, name = "trend"),
    @JsonSubTypes.Type(value = Season.class, name = "season")
})
public sealed interface Sign permits Threshold, Trend, Season {
    /** 阈值, 趋势, 同期基线. */
    enum Kind implements Coded {
        THRESHOLD,
        TREND,
        SEASON
    }

    /** A stretch of time, and how fine its readings need to be. */
    record Span(Instant from, Instant until, Duration step) {}

    Kind sort();

    /** Which readings it needs, the newest span last. */
    List<Span> spans(Instant now, ZoneId zone);

    /**
     * What these readings say, those of each span in its place.
     *
     * @param now the end of the last span
     */
    Verdict judge(List<List<Reading>> readings, Instant now);

    /** How often it is worth looking. */
    Duration every();
}
