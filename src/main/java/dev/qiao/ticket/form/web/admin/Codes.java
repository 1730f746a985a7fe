package dev.qiao.ticket.form.web.admin;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Codes for what somebody only gave a name. */
final class Codes {
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 30;

    private Codes() {}

    /**
     * From the Latin letters and digits of the name; where it has none, this word. A number is put behind what is taken.
     *
     * @param word such as {@code field}; begins with a letter
     * @param joint what stands between words
     */
    static String made(String name, String word, String joint, Collection<String> taken) {
        var plain = OTHER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST)).strip().replace(" ", joint);
        var code = cut.isEmpty() ? "" : Character.isDigit(cut.charAt(0)) ? word + joint + cut : cut;
        if (!code.isEmpty() && !taken.contains(code)) return code;
        var stem = (code.isEmpty() ? word : code) + joint;
        int next = 1;
        while (taken.contains(stem + next)) next++;
        return stem + next;
    }
}
