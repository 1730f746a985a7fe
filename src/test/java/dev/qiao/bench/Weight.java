package dev.qiao.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a page weighs over the wire for a browser that was never here: the page and all that it may fetch. */
final class Weight {
    private static final double LIMIT = 60;
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)");
    private static final Pattern MODULE = Pattern.compile("'\\./([a-z]+\\.js)'");
    private static final Pattern LANGUAGE = Pattern.compile("<html[^>]* lang=\"([^\"]+)\"");

    private Weight() {}

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
            var assets = assets(wire, text(page));
            for (var asset : assets) bytes += wire.get(asset).must(200).body().length;
            Table.row(
                    "weight, " + name,
                    "%.1f KB in %d requests, the page itself %.1f KB"
                            .formatted(bytes / 1024.0, assets.size() + 1, page.length / 1024.0),
                    "≤ %.0f KB".formatted(LIMIT),
                    bytes / 1024.0 / LIMIT);
        }
    }

    /** What the page names, the texts of its language, and every module that the first one may ask for on any page. */
    private static Set<String> assets(Wire wire, String page) throws IOException {
        var assets = new LinkedHashSet<String>();
        ASSET.matcher(page).results().forEach(match -> assets.add(match.group(1)));
        var first = assets.stream()
                .filter(asset -> asset.endsWith("/qiao.js"))
                .findFirst()
                .orElseThrow();
        var folder = first.substring(0, first.lastIndexOf('/') + 1);
        MODULE.matcher(text(wire.get(first).must(200).body())).results().forEach(m -> assets.add(folder + m.group(1)));
        LANGUAGE.matcher(page).results().forEach(m -> assets.add(folder + "words." + m.group(1) + ".js"));
        return assets;
    }

    private static String text(byte[] packed) throws IOException {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
