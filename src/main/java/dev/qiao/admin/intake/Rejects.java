package dev.qiao.admin.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file of rows that could not be taken, each with its line and the reason; made when the first one comes. */
final class Rejects implements AutoCloseable {
    private final Path file;
    private @Nullable BufferedWriter out;
    private int count;

    Rejects(Path file) {
        this.file = file;
    }

    void add(int line, String reason, String row) throws IOException {
        if (out == null) {
            out = Files.newBufferedWriter(file);
            out.write("\uFEFFline,reason,row\n");
        }
        out.write(line + "," + quoted(reason) + "," + quoted(row) + "\n");
        count++;
    }

    int count() {
        return count;
    }

    Path file() {
        return file;
    }

    /** What a spreadsheet could take for a formula is defused. */
    private static String quoted(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        if (out != null) out.close();
    }
}
