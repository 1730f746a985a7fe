package dev.qiao.channel.mail.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts what somebody did not write this time: what they answer to, and their signature. */
final class Quoting {
    private static final Pattern SIGNATURE = Pattern.compile("--[ \\u00a0]?");
    private static final Pattern FROM_PHONE = Pattern.compile(
            "(?iu)(sent from (my )?\\S.{0,60}|get outlook for .{1,40}|von meinem .{1,40} gesendet|发自我?的?.{1,40}|發自我?的?.{1,40}|"
                    + "来自我?的?.{1,30}(手机|邮件|iphone|ipad)|從我的.{1,30}傳送|获取\\s?outlook.{0,40}|取得\\s?outlook.{0,40})");
    private static final Pattern SEPARATOR = Pattern.compile(
            "(?iu)[-_ ]{2,}\\s*(original message|original appointment|forwarded message|原始邮件|原邮件|原始郵件|原郵件|转发的邮件|轉寄的郵件|"
                    + "回复的原邮件|ursprüngliche nachricht|message d'origine)\\s*[-_ ]{2,}");
    private static final Pattern WROTE = Pattern.compile(
            "(?iu)(on\\s.{6,200}\\swrote\\s?[:：]|am\\s.{6,200}\\sschrieb.{0,80}[:：]|le\\s.{6,200}\\sa écrit\\s?[:：]|"
                    + ".{4,200}(写道|寫道)\\s?[:：])");
    private static final Pattern FROM =
            Pattern.compile("(?iu)>?\\s*\\**(from|发件人|寄件者|寄件人|von|de)\\**\\s*[:：]\\**\\s*\\S.*");
    private static final Pattern SENT =
            Pattern.compile("(?iu)>?\\s*\\**(sent|date|发送时间|发送日期|日期|时间|傳送日期|寄件日期|gesendet|datum|envoyé)\\**\\s*[:：].*");
    private static final int RULE = 10;

    private Quoting() {}

    /** What was said this time. Where that is nothing, all of it is. */
    static String answer(String text) {
        var said = signed(cut(text));
        if (!said.isBlank()) return said;
        var unsigned = signed(text);
        return unsigned.isBlank() ? text.strip() : unsigned;
    }

    /** Without the signature at its end. */
    static String signed(String text) {
        var lines = new ArrayList<>(text.lines().toList());
        for (int n = lines.size() - 1; n >= 0; n--) {
            if (!SIGNATURE.matcher(lines.get(n)).matches()) continue;
            if (lines.subList(n, lines.size()).stream().noneMatch(line -> line.startsWith(">"))) {
                lines.subList(n, lines.size()).clear();
                break;
            }
        }
        trim(lines);
        if (!lines.isEmpty() && FROM_PHONE.matcher(lines.getLast().strip()).matches()) lines.removeLast();
        trim(lines);
        return String.join("\n", lines);
    }

    private static String cut(String text) {
        var lines = new ArrayList<>(text.lines().toList());
        int begin = begin(lines);
        if (begin >= 0) lines.subList(begin, lines.size()).clear();
        trim(lines);
        boolean quoted = false;
        while (!lines.isEmpty()
                && (lines.getLast().isBlank() || lines.getLast().strip().startsWith(">"))) {
            quoted |= !lines.getLast().isBlank();
            lines.removeLast();
        }
        if (quoted && !lines.isEmpty() && wrote(lines, lines.size() - 1)) lines.removeLast();
        return String.join("\n", lines);
    }

    /** Where the mail that is answered begins, when nothing new stands behind it; -1: nowhere. */
    private static int begin(List<String> lines) {
        for (int n = 0; n < lines.size(); n++) {
            var line = lines.get(n).strip();
            if (SEPARATOR.matcher(line).matches()) return n;
            if (FROM.matcher(line).matches() && followed(lines, n)) return ruled(lines, n);
            if (wrote(lines, n) && onlyQuotes(lines, n + 1)) return n;
        }
        return -1;
    }

    /** A line that says who wrote what follows; some programs break it in two. */
    private static boolean wrote(List<String> lines, int at) {
        var line = lines.get(at).strip();
        if (line.startsWith(">")) return false;
        if (WROTE.matcher(line).matches()) return true;
        return at + 1 < lines.size()
                && WROTE.matcher(line + " " + lines.get(at + 1).strip()).matches();
    }

    private static boolean onlyQuotes(List<String> lines, int from) {
        int quoted = 0;
        int other = 0;
        for (var line : lines.subList(Math.min(from, lines.size()), lines.size())) {
            if (line.strip().startsWith(">")) quoted++;
            else if (!line.isBlank()) other++;
        }
        // Some quote without a mark: then nothing is marked.
        return quoted == 0 || other <= 1;
    }

    private static boolean followed(List<String> lines, int at) {
        for (int n = at + 1; n < Math.min(lines.size(), at + 5); n++)
            if (SENT.matcher(lines.get(n).strip()).matches()) return true;
        return false;
    }

    /** Outlook draws a line above it. */
    private static int ruled(List<String> lines, int at) {
        for (int n = at - 1; n >= Math.max(0, at - 2); n--) {
            var line = lines.get(n).strip();
            if (line.length() >= RULE && line.chars().allMatch(c -> c == '_' || c == '-')) return n;
            if (line.equals("---")) return n;
            if (!line.isEmpty()) break;
        }
        return at;
    }

    private static void trim(List<String> lines) {
        while (!lines.isEmpty() && lines.getLast().isBlank()) lines.removeLast();
    }
}
