package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DependenciesTest {
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency><groupId>[^<]+</groupId><artifactId>([^<]+)</artifactId>");

    @Test
    void everyDependencyHasItsLine() throws IOException {
        var reasons = Files.readString(Path.of("docs/dependencies.md"));
        var artifacts = DEPENDENCY
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(artifacts)
                .hasSizeGreaterThan(20)
                .allSatisfy(artifact ->
                        assertThat(reasons).as("docs/dependencies.md").contains("`" + artifact + "`"));
    }
}
