package dev.qiao.demo;

import dev.qiao.base.Json;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What goes wrong in the made-up company, and what is said about it, as {@code demo/faults.yaml} tells it. */
record Story(Map<String, List<String>> fill, List<Fault> faults, Map<String, List<String>> said) {

    /**
     * @param share how often it happens, against the others
     * @param pace minutes of work until it is solved, in the middle
     */
    record Fault(
            String title,
            String text,
            String service,
            String category,
            @Nullable String kind,
            @Nullable String impact,
            @Nullable String urgency,
            int share,
            @Nullable String ask,
            @Nullable String answer,
            @Nullable String note,
            @Nullable Boolean supplier,
            String solution,
            String cause,
            int pace) {
        boolean waitsForSupplier() {
            return Boolean.TRUE.equals(supplier);
        }
    }

    static Story read() {
        return read("faults.yaml", Story.class);
    }

    static <T> T read(String name, Class<T> type) {
        try (var in = Objects.requireNonNull(Story.class.getResourceAsStream("/demo/" + name), name)) {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            return Json.of(yaml.<Object>load(new InputStreamReader(in, StandardCharsets.UTF_8)))
                    .as(type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Fault any(RandomGenerator dice) {
        int at = dice.nextInt(faults.stream().mapToInt(Fault::share).sum());
        for (var fault : faults) {
            at -= fault.share();
            if (at < 0) return fault;
        }
        throw new IllegalStateException("no fault");
    }

    /** One that hurts, and so is promised to be over soon. */
    Fault incident(RandomGenerator dice) {
        var fault = any(dice);
        while (fault.kind() != null || fault.waitsForSupplier()) fault = any(dice);
        return fault;
    }

    String word(String what, RandomGenerator dice) {
        return pick(Objects.requireNonNull(said.get(what), what), dice);
    }

    /** The same places and things all through one ticket. */
    Telling telling(RandomGenerator dice) {
        return new Telling(
                pick(fill.get("place"), dice),
                pick(fill.get("machine"), dice),
                pick(fill.get("when"), dice),
                pick(fill.get("file"), dice),
                Integer.toString(dice.nextInt(2, 60)));
    }

    /** What stands in for the blanks. */
    record Telling(String place, String machine, String when, String file, String n) {
        String of(String text) {
            return text.replace("{place}", place)
                    .replace("{machine}", machine)
                    .replace("{when}", when)
                    .replace("{file}", file)
                    .replace("{n}", n);
        }
    }

    static <T> T pick(@Nullable List<T> some, RandomGenerator dice) {
        var all = Objects.requireNonNull(some);
        return all.get(dice.nextInt(all.size()));
    }
}
