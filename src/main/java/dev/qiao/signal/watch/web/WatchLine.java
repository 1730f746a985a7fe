package dev.qiao.signal.watch.web;

import dev.qiao.signal.promql.Expression;
import dev.qiao.signal.promql.Server;
import dev.qiao.signal.watch.Watch;
import dev.qiao.signal.watch.Watching;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A rule as it is read in the list.
 *
 * @param says what is a sign of trouble, in the reader's words
 * @param figures what it watches, and where that is
 * @param watching how it stands
 */
public record WatchLine(Watch watch, String says, Figures figures, Watching watching) {
    /**
     * What is watched.
     *
     * @param server empty: the figures are here
     */
    public record Figures(String server, String metric) {}

    static Figures figures(Watch watch, List<Server> servers) {
        var metric = watch.draft().metric();
        return Expression.of(metric)
                .map(asked -> new Figures(
                        servers.stream()
                                .filter(server -> server.id() == asked.server())
                                .map(server -> server.draft().name())
                                .findFirst()
                                .orElse("?"),
                        asked.query()))
                .orElse(new Figures("", metric));
    }

    /** Where its figures are drawn. */
    public String chart() {
        return "/charts?metric=" + URLEncoder.encode(watch.draft().metric(), StandardCharsets.UTF_8);
    }
}
