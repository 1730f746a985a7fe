package dev.qiao.channel.mail.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mail server says of a mail that it could not deliver (RFC 3464), or of one that it holds.
 *
 * @param recipient empty when it is not said
 * @param status such as 5.1.1; empty when it is not said
 * @param words what the server said
 * @param delayed it is tried again
 * @param of the Message-IDs that the returned mail bears or answers
 */
public record Bounce(String recipient, String status, String words, boolean delayed, List<String> of) {
    private static final Pattern FAILED = Pattern.compile("(?i)^\\s*(rfc822|utf-8|smtp|dns|x-?\\w+);\\s*");
    private static final Pattern CODE = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern RETURNED = Pattern.compile("(?im)^\\s*message-id\\s*:\\s*(<[^<>\\s]{1,300}>)");
    private static final int LONGEST = 500;

    static Bounce of(Headers headers, List<Part> leaves) {
        var fields = leaves.stream()
                .filter(part -> part.media().endsWith("delivery-status"))
                .flatMap(part -> blocks(part.bytes()))
                .toList();
        var recipient = first(fields, "final-recipient", "original-recipient");
        if (recipient.isEmpty()) recipient = headers.plain("x-failed-recipients");
        var said = first(fields, "diagnostic-code");
        var status = first(fields, "status");
        if (status.isEmpty()) status = code(said);
        if (status.isEmpty())
            status = leaves.stream()
                    .filter(Part::text)
                    .map(part -> code(part.words()))
                    .filter(c -> !c.isEmpty())
                    .findFirst()
                    .orElse("");
        var action = first(fields, "action").toLowerCase(Locale.ROOT);
        return new Bounce(
                bounded(FAILED.matcher(recipient)
                        .replaceFirst("")
                        .replaceAll("[<>]", "")
                        .strip()),
                bounded(status),
                bounded(FAILED.matcher(said).replaceFirst("")),
                action.startsWith("delayed") || (action.isEmpty() && status.startsWith("4.")),
                returned(headers, leaves));
    }

    /** A report for each recipient stands in a block of its own; the first is of the mail itself. */
    private static Stream<Headers> blocks(byte[] bytes) {
        return Stream.of(new String(bytes, StandardCharsets.ISO_8859_1).split("(\r\n|\n|\r){2,}", -1))
                .map(block -> Headers.of(block.strip().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String first(List<Headers> blocks, String... names) {
        return Stream.of(names)
                .flatMap(name -> blocks.stream().map(block -> block.plain(name)))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String code(String words) {
        var code = CODE.matcher(words);
        return code.find() ? code.group(1) : "";
    }

    /** From the mail that came back, whole or its header, or, where there is no such part, from the text. */
    private static List<String> returned(Headers headers, List<Part> leaves) {
        var ids = new ArrayList<String>();
        for (var part : leaves) {
            if (part.media().startsWith("message/rfc822")
                    || part.media().equals("text/rfc822-headers")
                    || part.media().equals("message/global")
                    || part.media().equals("message/global-headers")) {
                var back = Headers.of(part.bytes());
                ids.addAll(Ids.in(back.plain("message-id")));
                ids.addAll(Ids.in(back.plain("in-reply-to")));
                ids.addAll(Ids.in(back.plain("references")));
            } else if (part.text()) {
                var found = RETURNED.matcher(new String(part.bytes(), StandardCharsets.ISO_8859_1));
                while (found.find() && ids.size() < Ids.MOST) ids.addAll(Ids.in(found.group(1)));
            }
        }
        ids.addAll(Ids.in(headers.plain("in-reply-to")));
        ids.addAll(Ids.in(headers.plain("references")));
        return ids.stream().distinct().limit(Ids.MOST).toList();
    }

    private static String bounded(String words) {
        var clean = Words.clean(words).replaceAll("\\s+", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
