package dev.qiao.admin.web;

import dev.qiao.base.Health;
import dev.qiao.base.web.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a part of the desk is, in the reader's words.
 *
 * @param code as machines that watch call it
 * @param mark of the frame: up, slow or down
 */
public record PartLine(String code, String name, String state, String words, String mark, List<String> figures) {
    private static final String BEHIND = "behind_";

    static PartLine of(Health health, Page page) {
        var finding = health.look();
        var mark = switch (finding.state()) {
            case WELL -> "up";
            case WORRYING -> "slow";
            case DOWN -> "down";
        };
        return new PartLine(
                health.name(),
                page.t("admin.part." + health.name()),
                page.t("admin.health." + finding.state().code()),
                page.t("admin.finding." + health.name() + "." + finding.code(), finding.about()),
                mark,
                finding.figures().entrySet().stream()
                        .filter(figure -> !figure.getKey().equals("up") && tells(figure))
                        .map(figure -> figure(figure, page))
                        .toList());
    }

    /** That nobody is behind and nothing is parked the words say. */
    private static boolean tells(Map.Entry<String, Double> figure) {
        return figure.getValue() >= 1
                || (!figure.getKey().startsWith(BEHIND) && !figure.getKey().equals("parked"));
    }

    private static String figure(Map.Entry<String, Double> figure, Page page) {
        var name = figure.getKey();
        long value = figure.getValue().longValue();
        if (name.startsWith(BEHIND))
            return page.t("admin.figure.behind", reader(name.substring(BEHIND.length()), page), page.number(value));
        if (name.endsWith("_seconds")) return page.t("admin.figure." + name, page.duration(Duration.ofSeconds(value)));
        return page.t("admin.figure." + name, name.equals("bytes") ? page.size(value) : page.number(value));
    }

    /** Where one that was there once has left its place in the journal, its name must do. */
    private static String reader(String name, Page page) {
        var key = "admin.reader." + name;
        return page.lang().has(key) ? page.t(key) : name;
    }
}
