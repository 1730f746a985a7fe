package dev.qiao.signal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host is called by whatever this system has for it. */
class PingEyeTest {
    @TempDir
    Path folder;

    @Test
    void thisMachineAnswersByWhateverThereIs() {
        assertThat(Eye.look(draft("127.0.0.1", 5_000), Instant.now()).reason()).isNull();
    }

    @Test
    void withoutAProgramOrWithOneThatMayNotTheDeskCallsItself() throws IOException {
        assertThat(looked(folder.resolve("nothing").toString())).isEqualTo("answered");
        assertThat(looked(program("echo 'ping: socktype: SOCK_RAW: Operation not permitted'; exit 2")))
                .isEqualTo("answered");
        assertThat(looked(program("echo 'ping: Lacking privilege for icmp socket.'; exit 1")))
                .isEqualTo("answered");
    }

    @Test
    void whatTheProgramSaysCounts() throws IOException {
        assertThat(looked(program("exit 0"))).isEqualTo("answered");
        assertThat(looked(program("echo '1 packets transmitted, 0 received, 100% packet loss'; exit 1")))
                .isEqualTo("signal.probe_no_echo");
        assertThat(looked(program("exec sleep 20"))).isEqualTo("timeout");
    }

    private String looked(String program) throws IOException {
        try {
            PingEye.look(draft("127.0.0.1", 1_000), Limit.of(1_000), program);
            return "answered";
        } catch (Failed failed) {
            return failed.problem().key();
        } catch (SocketTimeoutException _) {
            return "timeout";
        }
    }

    private String program(String script) throws IOException {
        var file = Files.createTempFile(folder, "ping", ".sh");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    private static ProbeDraft draft(String target, int limit) {
        return new ProbeDraft(
                "x", Probe.Kind.PING, target, Expected.ANYTHING, null, 10, limit, 1, 1, null, List.of(), true, true);
    }
}
