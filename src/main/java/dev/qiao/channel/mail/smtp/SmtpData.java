package dev.qiao.channel.mail.smtp;

import dev.qiao.channel.mail.Mail;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The bytes of one mail, up to a dot alone on its line. Only CR LF ends a line: whoever believes otherwise can be made to see two mails. */
final class SmtpData implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final InputStream in;
    private final AtomicLong held;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(PIECE);
    private long mine;
    private boolean tooLarge;
    private boolean tooMuch;

    SmtpData(InputStream in, AtomicLong held) {
        this.in = in;
        this.held = held;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    /** Null when it was more than is taken; it was heard to its end nevertheless. */
    byte @Nullable [] read() throws IOException {
        // Where one stands in CR LF . CR LF: a mail begins at the beginning of a line.
        int state = 2;
        for (int b = in.read(); ; b = in.read()) {
            if (b < 0) throw new EOFException("cut off in the middle of a mail");
            switch (state) {
                case 2 -> {
                    if (b == '.') {
                        state = 3;
                        continue;
                    }
                    state = b == '\r' ? 1 : 0;
                }
                case 3 -> {
                    if (b == '\r') {
                        state = 4;
                        continue;
                    }
                    state = 0;
                }
                case 4 -> {
                    if (b == '\n') return tooLarge || tooMuch ? null : bytes.toByteArray();
                    put('\r');
                    state = b == '\r' ? 1 : 0;
                }
                case 1 -> state = b == '\n' ? 2 : b == '\r' ? 1 : 0;
                default -> state = b == '\r' ? 1 : 0;
            }
            put(b);
        }
    }

    private void put(int b) {
        if (tooLarge || tooMuch) return;
        if (bytes.size() >= mine) {
            mine += PIECE;
            tooMuch = held.addAndGet(PIECE) > SmtpServer.MOST_BYTES;
        }
        tooLarge = bytes.size() >= Mail.LARGEST;
        if (tooLarge || tooMuch) bytes.reset();
        else bytes.write(b);
    }

    @Override
    public void close() {
        held.addAndGet(-mine);
    }
}
