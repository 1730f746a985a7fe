package dev.qiao.base.reach;

import dev.qiao.base.Opening;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/**
 * How machines reach the desk: by its public address, else where it serves. The command line runs beside the serving desk and would not
 * know its port, so that writes it down in the data folder.
 */
@Component
public class Reach implements Opening {
    private static final int LAST = 1_000;

    private final Settings settings;
    private final Path note;

    public Reach(Settings settings) {
        this.settings = settings;
        this.note = settings.data().resolve("address");
    }

    @Override
    public int place() {
        return LAST;
    }

    @Override
    public void open(URI desk, PrintStream out) {
        try {
            Files.writeString(note, desk.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole address of a path of ours. */
    public String of(String path) {
        return settings.given(Setting.PUBLIC_URL).orElseGet(this::served).replaceAll("/+$", "") + path;
    }

    private String served() {
        try {
            return Files.readString(note).strip();
        } catch (NoSuchFileException _) {
            return "http://" + settings.text(Setting.HOST) + ":" + settings.text(Setting.PORT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
