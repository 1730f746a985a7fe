package dev.qiao.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What a page weighs over the wire for a browser that was never here: the page and all that it asks for by itself. */
final class Weight {
    private static final double LIMIT = 60;
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)");
    private static final Pattern LATER =
            Pattern.compile("data-src=\"([^\"]+)\"[^>]* data-lazy|data-lazy[^>]* data-src=\"([^\"]+)\"");
    private static final Pattern WANTED = Pattern.compile("when\\('([^']+)', '\\./([a-z]+\\.js)'\\)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^(]*?'\\./([a-z]+\\.js)'");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\[([a-z-]+)]");
    private static final Pattern LANGUAGE = Pattern.compile("<html[^>]* lang=\"([^\"]+)\"");

    private final Wire wire;
    private final String page;
    private final Set<String> asked = new LinkedHashSet<>();

    private Weight(Wire wire, String page) {
        this.wire = wire;
        this.page = page;
    }

    static void measure(Desk desk, Fixture fixture) throws IOException {
        var staff = fixture.staff();
        long number = fixture.numbers(staff.requester().me()).getFirst();
        measure(desk, "queue", staff.engineers().getFirst(), "/tickets");
        measure(desk, "ticket", staff.engineers().getFirst(), "/tickets/" + number);
        measure(desk, "requester's ticket", staff.requester(), "/my/" + number);
    }

    private static void measure(Desk desk, String name, Staff.SignedIn who, String path) throws IOException {
        try (var wire = new Wire(desk.port(), who.browser() + "Accept-Encoding: gzip\r\n")) {
            var page = wire.get(path).must(200).body();
            int bytes = page.length;
            var all = new Weight(wire, text(page)).all();
            for (var each : all) bytes += wire.get(each).must(200).body().length;
            Table.row(
                    "weight, " + name,
                    "%.1f KB in %d requests, the page itself %.1f KB"
                            .formatted(bytes / 1024.0, all.size() + 1, page.length / 1024.0),
                    "≤ %.0f KB".formatted(LIMIT),
                    bytes / 1024.0 / LIMIT);
        }
    }

    /** What the page names, what it fetches once it stands, the texts of its language, and the modules that its elements wake. */
    private Set<String> all() throws IOException {
        ASSET.matcher(page).results().forEach(match -> asked.add(match.group(1)));
        LATER.matcher(page).results().forEach(match -> asked.add(match.group(match.group(1) == null ? 2 : 1)));
        var first = asked.stream()
                .filter(asset -> asset.endsWith("/qiao.js"))
                .findFirst()
                .orElseThrow();
        var folder = first.substring(0, first.lastIndexOf('/') + 1);
        LANGUAGE.matcher(page).results().forEach(m -> asked.add(folder + "words." + m.group(1) + ".js"));
        for (var wanted :
                WANTED.matcher(text(wire.get(first).must(200).body())).results().toList())
            if (has(wanted.group(1))) follow(folder, wanted.group(2));
        return asked;
    }

    private void follow(String folder, String module) throws IOException {
        if (!asked.add(folder + module)) return;
        var source = text(wire.get(folder + module).must(200).body());
        for (var next : IMPORT.matcher(source).results().toList()) follow(folder, next.group(1));
    }

    /** Whether something on the page matches one of these selectors: by its attribute, its id or its class, the element aside. */
    private boolean has(String selectors) {
        return Stream.of(selectors.split(", "))
                .map(each -> each.replaceAll(":not\\(.*?\\)", ""))
                .anyMatch(each -> {
                    var attribute = ATTRIBUTE.matcher(each);
                    if (attribute.find())
                        return Pattern.compile("<[a-z][^>]* " + attribute.group(1) + "[ =>]")
                                .matcher(page)
                                .find();
                    var name = each.substring(each.indexOf(each.contains("#") ? '#' : '.') + 1);
                    return each.contains("#")
                            ? page.contains("id=\"" + name + "\"")
                            : Pattern.compile("class=\"([^\"]* )?" + name + "[ \"]")
                                    .matcher(page)
                                    .find();
                });
    }

    private static String text(byte[] packed) throws IOException {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
