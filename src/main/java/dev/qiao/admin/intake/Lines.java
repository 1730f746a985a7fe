package dev.qiao.admin.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a text file, gzipped or not, in UTF-8 or GB18030. A line that is neither says so. */
final class Lines implements AutoCloseable {
    static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST = 1 << 20;
    private static final int MARK = 0xFEFF;

    /**
     * @param text null where the bytes are no text, or far too many
     * @param legible what of them can be read all the same; nothing of far too many
     */
    record Line(int number, @Nullable String text, String legible) {}

    private final InputStream in;
    private final Charset charset;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    private int from;
    private int filled;
    private int number;

    private Lines(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    static Lines of(Path file, Charset charset) throws IOException {
        return new Lines(open(file), charset);
    }

    static Lines of(InputStream in, Charset charset) {
        return new Lines(in, charset);
    }

    /** In which of the two most lines that are not plain ASCII make sense. */
    static Charset charset(Path file) throws IOException {
        long utf8 = 0;
        long other = 0;
        try (var lines = of(file, StandardCharsets.UTF_8)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (line.text() == null) other++;
                else if (!line.text().chars().allMatch(c -> c < 128)) utf8++;
            }
        }
        return other > utf8 ? GB18030 : StandardCharsets.UTF_8;
    }

    /** Null at the end. */
    @Nullable
    Line next() throws IOException {
        bytes.reset();
        boolean fits = true;
        if (from == filled && !refill()) return null;
        number++;
        while (true) {
            int end = from;
            while (end < filled && buffer[end] != '\n') end++;
            fits &= bytes.size() + end - from <= LONGEST;
            if (fits) bytes.write(buffer, from, end - from);
            boolean ended = end < filled;
            from = ended ? end + 1 : end;
            if (ended || !refill()) return fits ? line() : new Line(number, null, "");
        }
    }

    private boolean refill() throws IOException {
        from = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private Line line() {
        var text = decoded();
        return new Line(number, text, text == null ? bytes.toString(charset).stripTrailing() : text);
    }

    private @Nullable String decoded() {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            if (number == 1 && !text.isEmpty() && text.charAt(0) == MARK) text = text.substring(1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static InputStream open(Path file) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        raw.mark(2);
        boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return zipped ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
