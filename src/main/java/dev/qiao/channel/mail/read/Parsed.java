package dev.qiao.channel.mail.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was read.
 *
 * @param from who says to have written it; empty when nobody does
 * @param to to whom it was written, copies included
 * @param id without brackets; empty when it has none
 * @param answers what it answers to, the nearest first
 * @param subject one line in words; may be empty
 * @param text all that can be read of it, as Markdown, with what it quotes
 * @param bounce only of a bounce
 */
public record Parsed(
        Headers headers,
        Optional<Address> from,
        List<Address> to,
        String id,
        List<String> answers,
        String subject,
        String text,
        List<Enclosed> files,
        Nature nature,
        @Nullable Bounce bounce) {
    /** A file that came with it. */
    public record Enclosed(String name, String type, byte[] bytes) {}

    private static final int LONGEST_SUBJECT = 500;
    private static final int MOST_TEXT = 200_000;

    /**
     * Reads it. Errors: invalid, for what exceeds every bound of a mail.
     *
     * @param envelope who sent it, as the mail server was told; null when that is not known
     */
    public static Parsed of(byte[] raw, @Nullable String envelope) {
        var parts = Parts.of(lines(raw));
        var headers = parts.header();
        var from = Stream.of("from", "sender", "reply-to")
                .flatMap(name -> Address.all(headers.joined(name)).stream())
                .findFirst();
        var media = parts.leaves().stream().map(Part::media).toList();
        var read = new Parsed(
                headers,
                from,
                Stream.of("to", "cc")
                        .flatMap(name -> Address.all(headers.joined(name)).stream())
                        .distinct()
                        .toList(),
                Ids.in(headers.plain("message-id")).stream().findFirst().orElse(""),
                answers(headers),
                Words.line(headers.words("subject"), LONGEST_SUBJECT),
                Words.bounded(text(parts, raw), MOST_TEXT),
                files(parts.leaves()),
                Nature.PERSON,
                null);
        var nature = Nature.of(read, from.map(Address::mail).orElse(""), envelope, media);
        return read.as(nature, nature == Nature.BOUNCE ? Bounce.of(headers, parts.leaves()) : null);
    }

    private Parsed as(Nature other, @Nullable Bounce returned) {
        return new Parsed(headers, from, to, id, answers, subject, text, files, other, returned);
    }

    /** What was said this time: without what it quotes, and without a signature. */
    public String answer() {
        return Quoting.answer(text);
    }

    /** All of it but the signature. */
    public String report() {
        return Quoting.signed(text);
    }

    /** What an old Mac has saved ends its lines otherwise. */
    private static byte[] lines(byte[] raw) {
        for (byte b : raw) if (b == '\n') return raw;
        var mended = raw.clone();
        for (int n = 0; n < mended.length; n++) if (mended[n] == '\r') mended[n] = '\n';
        return mended;
    }

    /** What is no mail at all is shown as it came. */
    private static String text(Parts parts, byte[] raw) {
        var text = text(parts.leaves());
        var headers = parts.header();
        boolean mail = List.of("from", "subject", "to", "message-id", "content-type", "received").stream()
                .anyMatch(headers::has);
        return mail || !text.isEmpty()
                ? text
                : Words.clean(Charsets.decode(raw, null)).strip();
    }

    private static List<String> answers(Headers headers) {
        var near = Ids.in(headers.plain("in-reply-to"));
        var far = Ids.in(headers.plain("references")).reversed();
        return Stream.concat(near.stream(), far.stream())
                .distinct()
                .limit(Ids.MOST)
                .toList();
    }

    /** Of a choice the plain text, unless it says nothing; what stands for itself one after the other. */
    private static String text(List<Part> leaves) {
        var groups = new TreeMap<Integer, List<Part>>();
        int alone = leaves.size();
        int place = 0;
        for (var part : leaves) {
            place++;
            if (!part.text()) continue;
            // A choice stands where its first part does.
            int choice = part.choice() == null ? alone + place : part.choice();
            groups.computeIfAbsent(choice, _ -> new ArrayList<>()).add(part);
        }
        return String.join(
                "\n\n",
                groups.values().stream()
                        .map(Parsed::chosen)
                        .filter(text -> !Words.blank(text))
                        .toList());
    }

    private static String chosen(List<Part> group) {
        var plain = said(group.stream().filter(part -> !part.html()).toList());
        return Words.blank(plain) ? said(group.stream().filter(Part::html).toList()) : plain;
    }

    private static String said(List<Part> parts) {
        return String.join(
                "\n\n",
                parts.stream()
                        .map(part -> part.html() ? HtmlText.of(part.words()) : part.words())
                        .map(text -> Words.clean(text).strip())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static List<Enclosed> files(List<Part> leaves) {
        var files = new ArrayList<Enclosed>();
        int place = 0;
        for (var part : leaves) {
            place++;
            if (part.text() || part.bytes().length == 0) continue;
            var name = Words.line(part.nameOr(place), 200);
            boolean packed = part.media().equals("application/ms-tnef")
                    || name.toLowerCase(Locale.ROOT).equals("winmail.dat");
            var within = packed ? Tnef.files(part.bytes()) : List.<Tnef.Packed>of();
            if (within.isEmpty()) files.add(new Enclosed(name, part.media(), part.bytes()));
            for (var file : within)
                files.add(new Enclosed(Words.line(file.name(), 200), "application/octet-stream", file.bytes()));
        }
        return files;
    }
}
