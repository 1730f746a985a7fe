package dev.qiao.signal.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: nothing is acknowledged that is not kept, and once there is room the desk goes on by itself. */
@SuppressWarnings("try") // waits for its end
class FullDiskTest {
    private static final Pattern NUMBER = Pattern.compile("\"message\":\\s*(\\d+)");
    private static final int LARGE = 700_000;
    private static final int MOST = 400;

    @TempDir
    Path house;

    private final List<Long> acknowledged = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whatFindsNoRoomIsNotAcknowledgedAndWhatWasIsThere() throws Exception {
        var disk = Files.createDirectory(house.resolve("disk"));
        mounted(disk, "size=140m");
        var data = disk.resolve("data");
        try (var program = Program.start(data, Part.freePort())) {
            var said = Program.say(data, "source", "create", "--kind", "json", "--name", "disk");
            var address = URI.create(said.strip().replaceFirst("(?s).*url=", ""));
            int refused = 0;
            for (int n = 0; n < MOST && refused == 0; n++) refused = hand(address, large(n));
            assertThat(refused).as("what a sender comes back after").isEqualTo(503);
            mounted(disk, "remount,size=600m");
            Part.until("the desk keeps again", () -> hand(address, "small") == 0);
            Part.until("the database answers", () -> {
                try {
                    return !program.ask("select 1").isEmpty();
                } catch (SQLException _) {
                    return false;
                }
            });
            assertThat(program.ask("select id::text from signal.message"))
                    .containsAll(acknowledged.stream().map(String::valueOf).toList());
            assertThat(Program.say(data, "verify")).contains("everything holds");
        } finally {
            new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
        }
    }

    private static void mounted(Path disk, String options) throws IOException, InterruptedException {
        var mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "none", disk.toString()).start();
        Assumptions.assumeTrue(mount.waitFor() == 0, "skipped: needs the right to mount a small disk");
    }

    /** 0 when it was acknowledged, else what was answered. */
    private int hand(URI address, String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(45))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) return answer.statusCode();
            var number = NUMBER.matcher(answer.body());
            assertThat(number.find()).isTrue();
            acknowledged.add(Long.parseLong(number.group(1)));
            return 0;
        } catch (IOException _) {
            return -1;
        }
    }

    /** Nothing that a database could make smaller. */
    private static String large(int seed) {
        var bytes = new byte[LARGE];
        new Random(seed).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
