package dev.qiao.channel;

/** The sentences of a letter, the same in text and HTML. */
public record LetterWords(String greeting, String body, String link, String until, String machine) {
    String text() {
        return String.join("\n\n", greeting, body, link, until, machine) + "\n";
    }
}
