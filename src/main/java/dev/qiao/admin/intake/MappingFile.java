package dev.qiao.admin.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qiao.base.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Mappings from files, YAML or properties, and the shipped ones by name. */
final class MappingFile {
    static final List<String> SHIPPED = List.of("servicenow", "plain");

    private MappingFile() {}

    /** A file, or the name of a shipped one. Errors: it cannot be read, or says something unknown. */
    static Mapping read(String name) {
        return SHIPPED.contains(name) ? shipped(name) : read(Path.of(name));
    }

    /** The shipped one for a file with these columns. */
    static Mapping guessed(List<String> header) {
        return shipped(header.contains("incident_state") || header.contains("sys_updated_at") ? "servicenow" : "plain");
    }

    private static Mapping shipped(String name) {
        try (InputStream in = MappingFile.class.getResourceAsStream("/intake/" + name + ".yaml")) {
            if (in == null) throw new IllegalStateException("no mapping " + name);
            return Mapping.of(yaml(new InputStreamReader(in, UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mapping read(Path file) {
        if (!Files.isReadable(file)) throw Refused.notFound("admin.no_file", file);
        try (var reader = new StringReader(text(Files.readAllBytes(file)))) {
            return Mapping.of(file.toString().endsWith(".properties") ? properties(reader) : yaml(reader));
        } catch (CharacterCodingException _) {
            throw Refused.malformed(null, "admin.mapping_no_text", file);
        } catch (IOException | YAMLException e) {
            throw Refused.malformed(null, "admin.mapping_unreadable", file, String.valueOf(e.getMessage()));
        }
    }

    /** What is no UTF-8 is taken for GB18030, as in lists of rows; a byte order mark is passed over. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            text = Lines.GB18030.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Map<String, List<String>> properties(Reader reader) throws IOException {
        var read = new Properties();
        read.load(reader);
        var told = new TreeMap<String, List<String>>();
        for (var key : read.stringPropertyNames()) {
            told.put(key, List.of(read.getProperty(key).split("\\s*,\\s*", -1)));
        }
        return told;
    }

    private static Map<String, List<String>> yaml(Reader reader) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        if (!(tree instanceof Map<?, ?> map)) throw Refused.malformed(null, "admin.mapping_empty");
        var told = new TreeMap<String, List<String>>();
        flatten("", map, told);
        return told;
    }

    private static void flatten(String prefix, Map<?, ?> map, Map<String, List<String>> told) {
        map.forEach((key, value) -> {
            switch (value) {
                case Map<?, ?> inner -> flatten(prefix + key + ".", inner, told);
                case List<?> list ->
                    told.put(prefix + key, list.stream().map(MappingFile::word).toList());
                case null, default -> told.put(prefix + key, List.of(word(value)));
            }
        });
    }

    private static String word(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
