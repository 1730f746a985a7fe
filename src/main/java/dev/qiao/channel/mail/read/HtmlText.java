package dev.qiao.channel.mail.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/** HTML as Markdown: what can be read of it, with its lists, quotes and links, and nothing that acts. */
final class HtmlText implements HtmlSanitizer.Policy {
    private static final Set<String> SILENT =
            Set.of("script", "style", "head", "title", "template", "noscript", "svg", "math", "object");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "header",
            "footer",
            "table",
            "ul",
            "ol",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "center",
            "form",
            "dl",
            "address",
            "hr");
    private static final int MOST = 1_000_000;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> quotes = new ArrayDeque<>();
    private final Deque<Integer> lists = new ArrayDeque<>();
    private final Deque<String> links = new ArrayDeque<>();
    private int silent;
    private int pre;
    private int linkFrom;

    private HtmlText() {}

    static String of(String html) {
        var text = new HtmlText();
        HtmlSanitizer.sanitize(html, text);
        return text.out
                .toString()
                .replaceAll("[ \\t\\u00a0]+\\n", "\n")
                .replaceAll("(?m)^[ \\u00a0]+(?=\\S)(?!- |\\d+\\. )", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    @Override
    public void openDocument() {
        out.setLength(0);
    }

    @Override
    public void closeDocument() {
        // nothing is left open: words are written as they come
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (SILENT.contains(element)) silent++;
        if (silent > 0 || out.length() > MOST) return;
        switch (element) {
            case "br" -> line();
            case "hr" -> {
                block();
                out.append("---");
                block();
            }
            case "li" -> item();
            case "tr" -> fresh();
            case "td", "th" -> {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') out.append("  ");
            }
            case "a" -> {
                links.push(attribute(attributes).getOrDefault("href", ""));
                linkFrom = out.length();
            }
            case "img" -> {
                var said = attribute(attributes).get("alt");
                if (said != null && !said.isBlank()) text("[" + said.strip() + "]");
            }
            case "dt", "dd" -> fresh();
            default -> {
                if (BLOCKS.contains(element)) block();
                if (element.equals("blockquote")) quotes.push(element);
                if (element.equals("blockquote")) prefix();
                if (element.equals("ul")) lists.push(0);
                if (element.equals("ol")) lists.push(1);
                if (element.equals("pre")) pre++;
            }
        }
    }

    @Override
    public void closeTag(String element) {
        if (SILENT.contains(element)) silent = Math.max(0, silent - 1);
        if (silent > 0) return;
        if (element.equals("a")) endLink();
        if (element.equals("blockquote") && !quotes.isEmpty()) quotes.pop();
        if ((element.equals("ul") || element.equals("ol")) && !lists.isEmpty()) lists.pop();
        if (element.equals("pre")) pre = Math.max(0, pre - 1);
        if (BLOCKS.contains(element)) block();
    }

    @Override
    public void text(String text) {
        if (silent > 0 || out.length() > MOST) return;
        if (pre > 0) {
            out.append(text.replace("\r\n", "\n").replace("\n", "\n" + "> ".repeat(quotes.size())));
            return;
        }
        var words = text.replaceAll("[\\s\\u200b\\ufeff]+", " ");
        boolean begins = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(begins ? words.stripLeading() : words);
    }

    /** Where a link leads is written behind it, unless that is what it says. */
    private void endLink() {
        var href = links.isEmpty() ? "" : links.pop();
        if (!href.matches("(?i)https?://\\S{1,2000}")) return;
        var said = linkFrom <= out.length() ? out.substring(linkFrom).strip() : "";
        if (said.isEmpty() || href.contains(said) || said.contains(href)) {
            if (said.isEmpty()) return;
            if (!said.startsWith("http")) out.append(" (").append(href).append(")");
            return;
        }
        out.append(" (").append(href).append(")");
    }

    private void item() {
        fresh();
        int number = lists.isEmpty() ? 0 : lists.pop();
        out.append("  ".repeat(Math.min(5, lists.size())));
        out.append(number == 0 ? "- " : number + ". ");
        lists.push(number == 0 ? 0 : number + 1);
    }

    private void line() {
        out.append('\n');
        prefix();
    }

    private void fresh() {
        if (!out.isEmpty() && !ended("\n")) line();
    }

    /** An empty line, unless there is one. */
    private void block() {
        if (out.isEmpty()) return;
        fresh();
        if (!ended("\n\n")) line();
    }

    /** Whether nothing but marks of quotes stands after the last line breaks. */
    private boolean ended(String breaks) {
        int end = out.length();
        while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '>')) end--;
        if (breaks.length() == 1) return end > 0 && out.charAt(end - 1) == '\n';
        if (end < 2 || out.charAt(end - 1) != '\n') return false;
        end--;
        while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '>')) end--;
        return end > 0 && out.charAt(end - 1) == '\n';
    }

    private void prefix() {
        out.append("> ".repeat(Math.min(10, quotes.size())));
    }

    private static Map<String, String> attribute(List<String> attributes) {
        var named = new HashMap<String, String>();
        for (int n = 0; n + 1 < attributes.size(); n += 2) named.put(attributes.get(n), attributes.get(n + 1));
        return named;
    }
}
