package dev.qiao.base.web.assets;

import dev.qiao.base.web.Languages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of the page frame, kept packed in memory. All stand below one folder named after their common hash, so that modules
 * import each other by relative path and every file can be cached for ever.
 */
@Component
public class Assets {
    private static final List<String> STYLES = List.of(
            "reset",
            "tokens",
            "base",
            "layout",
            "controls",
            "marks",
            "clocks",
            "lists",
            "talk",
            "states",
            "charts",
            "map",
            "workbench",
            "queue",
            "keys",
            "board",
            "dates",
            "ticket",
            "targets",
            "forms",
            "asked",
            "plain",
            "audit",
            "calendar",
            "people",
            "roster",
            "inbox");

    /** What only some pages wear over it: the help centre, the doors, the description of the API, the wall display. */
    private static final List<String> OWN = List.of("help", "door", "docs", "wall");

    /** One file, as it is and packed; nobody compares two. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Asset(String type, byte[] plain, byte[] packed) {}

    private final Map<String, Asset> files = new TreeMap<>();
    private final String hash;

    Assets(Languages languages) {
        var find = new PathMatchingResourcePatternResolver();
        try {
            add("qiao.css", "text/css", Lean.style(styles(find)));
            for (var own : OWN)
                add(own + ".css", "text/css", Lean.style(bytes(find.getResource("classpath:web/css/" + own + ".css"))));
            add("icons.svg", "image/svg+xml", bytes(find.getResource("classpath:web/icons.svg")));
            add("icon.svg", "image/svg+xml", bytes(find.getResource("classpath:web/icon.svg")));
            for (var size : List.of("icon-192.png", "icon-512.png"))
                add(size, "image/png", bytes(find.getResource("classpath:web/" + size)));
            modules(find)
                    .forEach((name, source) ->
                            add("js/" + name + ".js", "text/javascript", source.getBytes(StandardCharsets.UTF_8)));
            var htmx = find.getResources("classpath:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");
            add("js/htmx.js", "text/javascript", bytes(htmx[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var lang : languages.all()) {
            var words = "export default " + new JsonMapper().writeValueAsString(lang.under("base.js."));
            add("js/words." + lang.tag() + ".js", "text/javascript", words.getBytes(StandardCharsets.UTF_8));
        }
        hash = hash();
    }

    public String path(String file) {
        return "/assets/" + hash + "/" + file;
    }

    boolean current(String hash) {
        return this.hash.equals(hash);
    }

    public Optional<Asset> find(String file) {
        return Optional.ofNullable(files.get(file));
    }

    /** By their names: what every page asks for in one, what the pages of one desk share apart from them in another. */
    private static Map<String, String> modules(PathMatchingResourcePatternResolver find) throws IOException {
        var modules = new TreeMap<String, String>();
        for (var module : find.getResources("classpath:web/js/**/*.js"))
            modules.put(
                    String.valueOf(module.getFilename()).replace(".js", ""),
                    new String(Lean.module(bytes(module)), StandardCharsets.UTF_8));
        return Bundle.of(modules, "qiao", "worker");
    }

    private static byte[] styles(PathMatchingResourcePatternResolver find) throws IOException {
        var found = Arrays.stream(find.getResources("classpath:web/css/*.css"))
                .filter(file -> !OWN.contains(name(file)))
                .sorted(Comparator.comparingInt(Assets::place))
                .toList();
        var all = new ByteArrayOutputStream();
        for (var file : found) all.write(bytes(file));
        return all.toByteArray();
    }

    private static int place(Resource file) {
        int place = STYLES.indexOf(name(file));
        if (place < 0) throw new IllegalStateException(file.getFilename() + " has no place in the order of styles");
        return place;
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename()).replace(".css", "");
    }

    private static byte[] bytes(Resource resource) throws IOException {
        return resource.getContentAsByteArray();
    }

    private void add(String file, String type, byte[] plain) {
        files.put(file, new Asset(type + ";charset=UTF-8", plain, pack(plain)));
    }

    private static byte[] pack(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, file) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(file.plain());
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
