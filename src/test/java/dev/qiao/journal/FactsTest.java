package dev.qiao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * What was stored stays readable: {@code facts.txt} holds every field that was ever stored. A field may come, none may go or change its
 * type. What is new is written into the file, and the test fails once, so that it is committed.
 */
class FactsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/facts.txt");

    @Test
    void storedFactsOnlyGrow() throws IOException {
        var known = Files.exists(GOLDEN) ? new TreeSet<>(Files.readAllLines(GOLDEN)) : new TreeSet<String>();
        var now = new TreeSet<String>();
        facts().forEach(type -> now.addAll(lines(type)));
        var gone = new TreeSet<>(known);
        gone.removeAll(now);
        assertThat(gone)
                .as("facts that are stored somewhere and can no longer be read")
                .isEmpty();
        var fresh = new TreeSet<>(now);
        fresh.removeAll(known);
        if (fresh.isEmpty()) return;
        Files.createDirectories(GOLDEN.getParent());
        Files.write(GOLDEN, now);
        assertThat(fresh)
                .as("new facts, now written into " + GOLDEN + ": commit it")
                .isEmpty();
    }

    @TestFactory
    List<DynamicTest> whatLacksLaterFieldsIsStillRead() {
        var tests = new ArrayList<DynamicTest>();
        for (var type : facts()) {
            tests.add(DynamicTest.dynamicTest(
                    Facts.act(type), () -> assertThat(new Json("{}").as(type)).isNotNull()));
        }
        return tests;
    }

    private static Collection<Class<? extends Facts>> facts() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Facts.class));
        var found = new ArrayList<Class<? extends Facts>>();
        for (var definition : scanner.findCandidateComponents("dev.qiao")) {
            var type = ClassUtils.resolveClassName(String.valueOf(definition.getBeanClassName()), null);
            boolean ours = !type.getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath()
                    .contains("test-classes");
            if (type.isRecord() && ours) found.add(type.asSubclass(Facts.class));
        }
        return found;
    }

    private static List<String> lines(Class<? extends Facts> type) {
        var act = Facts.act(type);
        if (type.getRecordComponents().length == 0) return List.of(act);
        return Arrays.stream(type.getRecordComponents())
                .map(c ->
                        act + " " + c.getName() + " " + name(c.getGenericType().getTypeName()))
                .collect(Collectors.toList());
    }

    private static String name(String type) {
        return type.replaceAll("[\\w.]*[.$](\\w+)", "$1");
    }
}
