package dev.qiao.channel.mail.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody as a mail names them.
 *
 * @param mail in small letters
 * @param name empty where there is none
 */
public record Address(String mail, String name) {
    private static final int MOST = 500;
    private static final int LONGEST = 254;
    private static final Pattern ONE =
            Pattern.compile("([^\\s<>()\\[\\],;:\"@]+@[^\\s<>()\\[\\],;:\"@]+)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ANGLE = Pattern.compile("<\\s*([^<>\\s]+@[^<>\\s]+?)\\s*>");

    /** Whoever is named in a list of addresses, also where it is none by the book. */
    public static List<Address> all(String list) {
        var found = new ArrayList<Address>();
        for (var one : parted(list)) {
            var angle = ANGLE.matcher(one);
            var plain = ONE.matcher(one);
            if (angle.find()) add(found, angle.group(1), one.substring(0, angle.start()));
            else if (plain.find())
                add(found, plain.group(1), one.replace(plain.group(1), "").replaceAll("[()<>]", ""));
            if (found.size() >= MOST) break;
        }
        return found;
    }

    private static void add(List<Address> found, String mail, String name) {
        var small = mail.strip().replaceAll("^mailto:|[\"']", "").toLowerCase(Locale.ROOT);
        var called = name.replaceAll("^.*:\\s*(?=[\"\\S])", "")
                .replaceAll("[\"\\\\]", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (small.length() <= LONGEST && small.indexOf('@') > 0) found.add(new Address(small, called));
    }

    /** At commas and semicolons that stand neither in quotes nor in brackets. */
    private static List<String> parted(String list) {
        var parts = new ArrayList<String>();
        var open = new StringBuilder();
        boolean quoted = false;
        boolean angle = false;
        for (int n = 0; n < list.length(); n++) {
            char c = list.charAt(n);
            if (c == '"' && (n == 0 || list.charAt(n - 1) != '\\')) quoted = !quoted;
            if (!quoted && c == '<') angle = true;
            if (!quoted && c == '>') angle = false;
            if (!quoted && !angle && (c == ',' || c == ';')) {
                parts.add(open.toString());
                open.setLength(0);
            } else open.append(c);
        }
        parts.add(open.toString());
        // A quote that is never closed hides nobody.
        return quoted && list.contains(",") ? List.of(list.split("[,;]", -1)) : parts;
    }

    public String local() {
        return mail.substring(0, mail.indexOf('@'));
    }

    public String domain() {
        return mail.substring(mail.lastIndexOf('@') + 1);
    }

    /** As a person is shown. */
    public String called() {
        return name.isEmpty() ? mail : name;
    }
}
