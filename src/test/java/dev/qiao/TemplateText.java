package dev.qiao;

/** What is left of a template when everything that jte executes is taken out: the HTML that it says itself. */
final class TemplateText {
    private final String source;
    private final StringBuilder html = new StringBuilder();
    private int at;

    private TemplateText(String source) {
        this.source = source;
    }

    static String of(String template) {
        var text = new TemplateText(template.replaceAll("(?m)^@(import|param) .*$", ""));
        while (text.at < text.source.length()) text.content();
        return text.html.toString();
    }

    /** HTML until the end, or until the backtick that closes a block of content. */
    private void content() {
        while (at < source.length()) {
            if (takes("`")) return;
            if (takes("${") || takes("$unsafe{") || takes("!{")) code('}');
            else if (startsCode()) code(')');
            else if (!takes("@else") && !takes("@endif") && !takes("@endfor")) html.append(source.charAt(at++));
        }
    }

    private boolean startsCode() {
        for (var word : new String[] {"@if(", "@elseif(", "@for("}) if (takes(word)) return true;
        if (!source.startsWith("@template.", at)) return false;
        at = source.indexOf('(', at) + 1;
        return true;
    }

    /** Java up to the bracket that closes it; blocks of content inside are HTML again. */
    private void code(char close) {
        int depth = 1;
        while (at < source.length() && depth > 0) {
            char c = source.charAt(at++);
            if (c == '"') string();
            else if (c == '@' && takes("`")) content();
            else if ("([{".indexOf(c) >= 0) depth++;
            else if (")]}".indexOf(c) >= 0) depth--;
        }
        assert source.charAt(at - 1) == close;
    }

    private void string() {
        while (source.charAt(at) != '"') at += source.charAt(at) == '\\' ? 2 : 1;
        at++;
    }

    private boolean takes(String word) {
        if (!source.startsWith(word, at)) return false;
        at += word.length();
        return true;
    }
}
