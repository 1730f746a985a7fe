package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    @TempDir
    Path data;

    private record Said(int code, String out, String err) {}

    @Test
    void everyCommandExplainsItself() {
        for (var name : Console.line().getSubcommands().keySet())
            assertThat(run(name, "--help").out()).as(name).startsWith("Usage: qiao " + name);
    }

    @Test
    void helpNamesTheOptionsOfServing() {
        assertThat(run("--help").out()).contains("--port", "--host", "--data", "--demo", "--tls", "version");
    }

    @Test
    void anUnknownWordIsNamed() {
        var said = run("sreve");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("'sreve'");
    }

    @Test
    void aZoneThatIsNotOneIsSaidInWords() {
        var said = run("import", "incidents", "a.csv", "--zone", "Peking");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("'Peking'", "Asia/Shanghai").doesNotContain("java.");
    }

    @Test
    void aWrongSettingKeepsTheDeskShutAndIsNamed() throws IOException {
        Files.writeString(data.resolve("qiao.yaml"), "prot: 80");
        var said = run("--data", data.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .startsWith("qiao: Wrong settings:")
                .contains("unknown setting `prot`")
                .doesNotContain("\tat ");
    }

    @Test
    void whereThereIsNoDeskThereIsNothingToVerify() {
        var folder = data.resolve("mistyped");
        var said = run("verify", "--data", folder.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("There is no desk in").contains("mistyped");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aMissingCertificateIsSaidInWords() {
        var said = run("--data", data.toString(), "--tls", "/nowhere/cert.pem", "/nowhere/key.pem");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).isEqualTo("qiao: There is no readable file /nowhere/cert.pem" + System.lineSeparator());
    }

    @Test
    void aTakenPortIsSaidInWordsAndNoServerIsLeftBehind() throws IOException {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            var said = run("--data", data.toString(), "--port", Integer.toString(taken.getLocalPort()));
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err())
                    .isEqualTo("qiao: port " + taken.getLocalPort()
                            + " is taken by another program; choose one with --port" + System.lineSeparator());
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private static Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Console.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Said(code, out.toString(), err.toString());
    }
}
