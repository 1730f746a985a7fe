package dev.qiao.channel.mail.read;

import java.util.List;
import java.util.regex.Pattern;

/** Message-IDs in a header, without their brackets. */
final class Ids {
    static final int MOST = 100;
    private static final Pattern ONE = Pattern.compile("<\\s*([^<>\\s]{1,300})\\s*>");

    private Ids() {}

    static List<String> in(String header) {
        var all = ONE.matcher(header)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        if (all.size() > MOST) return all.subList(all.size() - MOST, all.size());
        if (!all.isEmpty()) return all;
        return header.matches("[^\\s<>]{3,300}@[^\\s<>]{1,300}") ? List.of(header) : List.of();
    }
}
