package dev.qiao.channel.mail.read;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a mail that has no parts.
 *
 * @param choice the number of the choice ({@code multipart/alternative}) of which it is one; null: it stands for itself
 * @param bytes unpacked
 */
record Part(
        Headers headers,
        Parameters type,
        Parameters disposition,
        @Nullable Integer choice,
        byte[] bytes) {
    boolean text() {
        return name() == null
                && !disposition.word().equals("attachment")
                && (media().equals("text/plain") || media().equals("text/html") || media().equals("text/enriched"));
    }

    boolean html() {
        return media().equals("text/html");
    }

    /** As it should be; what is none is plain text, as RFC 2045 says. */
    String media() {
        var word = type.word();
        if (word.isEmpty() || !word.contains("/")) return word.equals("html") ? "text/html" : "text/plain";
        return word.replaceAll("\\s", "");
    }

    @Nullable
    String name() {
        var named = disposition.words("filename");
        return named == null ? type.words("name") : named;
    }

    String words() {
        return Charsets.decode(bytes, type.get("charset"));
    }

    /** Of something that has no name of its own. */
    String nameOr(int place) {
        var said = Objects.requireNonNullElse(name(), "")
                .replaceAll(".*[/\\\\]", "")
                .strip();
        return said.isEmpty() ? "part-" + place + ending() : said;
    }

    private String ending() {
        return switch (media()) {
            case "message/rfc822", "message/global" -> ".eml";
            case "text/calendar" -> ".ics";
            case "text/html" -> ".html";
            case "text/plain" -> ".txt";
            case "text/vcard", "text/x-vcard" -> ".vcf";
            case "image/jpeg" -> ".jpg";
            case "application/pdf" -> ".pdf";
            default ->
                media().startsWith("image/")
                        ? "." + media().substring(6).replaceAll("[^a-z0-9]", "").toLowerCase(Locale.ROOT)
                        : ".bin";
        };
    }
}
