package dev.qiao.ticket.web.help;

import java.util.regex.Pattern;

/** The first sentence of what somebody wrote, as a title. */
final class Headline {
    private static final int LONGEST = 60;
    private static final Pattern FIRST = Pattern.compile("[^。！？!?；;\\n]*?(?:[。！？!?；;\\n]|\\.(?=\\s|$)|$)");
    private static final Pattern CLOSING = Pattern.compile("[\\s。，,；;、.]+$");
    private static final Pattern PAUSE = Pattern.compile("[，,、：:]");

    private Headline() {}

    static String of(String words) {
        var first = FIRST.matcher(words.strip());
        var sentence = first.lookingAt() ? first.group() : words;
        var line = CLOSING.matcher(sentence.strip().replaceAll("\\s+", " ")).replaceFirst("");
        return line.codePointCount(0, line.length()) <= LONGEST ? line : shortened(line);
    }

    /** Up to the last pause if that says enough, else mid-sentence. */
    private static String shortened(String line) {
        var start = line.substring(0, line.offsetByCodePoints(0, LONGEST - 1));
        var pause = PAUSE.matcher(start).results().reduce((_, last) -> last);
        return pause.filter(p -> p.start() > LONGEST / 3)
                .map(p -> start.substring(0, p.start()))
                .orElse(start + "…");
    }
}
