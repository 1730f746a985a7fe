package dev.qiao.people.draft;

import dev.qiao.base.web.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was written in a form of which nothing is known but its draft. */
public final class Words {
    private static final Pattern ASIDE =
            Pattern.compile("(seen|once|opened|about|files|id|after)|(was|said|rows)\\..*");
    private static final Pattern SWITCH = Pattern.compile("on|off|true|false|\\d+");
    private static final String SAID = "said.";
    private static final String FILES = "files";

    private Words() {}

    /** Line by line; how a field or what was chosen is called where the page said so. */
    public static List<String> of(Map<String, String> fields, Page page) {
        var lines = new ArrayList<String>();
        fields.forEach((name, value) -> {
            if (!ASIDE.matcher(name).matches()) lines.add(line(fields.get(SAID + name), value, page));
        });
        lines.addAll(files(fields, page));
        lines.removeIf(String::isBlank);
        return lines;
    }

    /** How many files were put in. */
    public static List<String> files(Map<String, String> fields, Page page) {
        long many = Arrays.stream(fields.getOrDefault(FILES, "").split(" "))
                .filter(file -> !file.isBlank())
                .count();
        return many == 0 ? List.of() : List.of(page.t("people.draft.files", many));
    }

    private static String line(@Nullable String said, String value, Page page) {
        boolean plain = !SWITCH.matcher(value).matches();
        if (said == null) return plain ? value : "";
        int end = said.indexOf('\n');
        if (end < 0) return said;
        var name = said.substring(0, end);
        var chosen = said.substring(end + 1);
        var words = chosen.isEmpty() && plain ? value : chosen;
        return words.isEmpty() || name.isEmpty() ? name + words : page.t("people.draft.line", name, words);
    }
}
