package dev.qiao.channel.mail.read;

import dev.qiao.base.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/** A mail cut into its header and its parts. Mails within mails stay whole. */
final class Parts {
    static final int MOST = 500;
    static final int DEEPEST = 20;
    private static final int MOST_HEADERS = 5_000;
    private static final int LONGEST_HEADER = 256 * 1024;
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxContentLen(-1)
            .setCountLineNumbers(false)
            .build();

    private final List<Part> leaves = new ArrayList<>();
    private final Deque<Headers> open = new ArrayDeque<>();
    /** For each multipart that is open the choice it belongs to, or -1. */
    private final Deque<Integer> choices = new ArrayDeque<>();

    private @Nullable Headers top;
    private int nextChoice;

    private Parts() {}

    /** Errors: more parts, deeper, or with more header than any mail has. */
    static Parts of(byte[] raw) {
        var parts = new Parts();
        try {
            parts.walk(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MimeException e) {
            throw Refused.invalid("mail", "channel.mail_header_bounds", MOST_HEADERS);
        }
        return parts;
    }

    Headers header() {
        return top == null ? new Headers() : top;
    }

    List<Part> leaves() {
        return leaves;
    }

    private void walk(byte[] raw) throws IOException, MimeException {
        var stream = new MimeTokenStream(CONFIG);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(raw));
        for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MESSAGE, T_START_BODYPART -> begin();
                case T_FIELD -> field(stream);
                case T_START_MULTIPART -> multipart();
                case T_END_MULTIPART -> choices.pop();
                case T_BODY -> leaf(stream);
                case T_END_BODYPART -> open.pop();
                default -> {
                    // preambles and what stands behind the last boundary say nothing
                }
            }
        }
    }

    private void begin() {
        var headers = new Headers();
        if (top == null) top = headers;
        open.push(headers);
    }

    private void field(MimeTokenStream stream) {
        var raw = stream.getField().getRaw();
        if (raw != null && !open.isEmpty()) open.element().add(raw.toByteArray());
    }

    private void multipart() {
        if (choices.size() >= DEEPEST) throw Refused.invalid("mail", "channel.mail_too_deep", DEEPEST);
        int outer = choices.isEmpty() ? -1 : choices.element();
        boolean choice = outer < 0
                && Parameters.of(open.element().plain("content-type")).word().equals("multipart/alternative");
        choices.push(choice ? nextChoice++ : outer);
    }

    private void leaf(MimeTokenStream stream) throws IOException {
        if (leaves.size() >= MOST) throw Refused.invalid("mail", "channel.mail_too_many_parts", MOST);
        var headers = open.isEmpty() ? new Headers() : open.element();
        var bytes = Transfer.decode(stream.getInputStream().readAllBytes(), headers.plain("content-transfer-encoding"));
        int choice = choices.isEmpty() ? -1 : choices.element();
        leaves.add(new Part(
                headers,
                Parameters.of(headers.plain("content-type")),
                Parameters.of(headers.plain("content-disposition")),
                choice < 0 ? null : choice,
                bytes));
    }
}
