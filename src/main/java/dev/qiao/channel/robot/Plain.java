package dev.qiao.channel.robot;

/** Words of people in messages that have a markup of their own: they stay words. */
final class Plain {
    private static final int LONGEST = 200;

    private Plain() {}

    /** For Markdown of which each vendor knows a part: what could be markup is taken out, and lines are one. */
    static String marked(String text) {
        return cut(text.replaceAll("[\\[\\]()*_`<>#|~\\\\]", " "));
    }

    /** The same for Slack's mrkdwn, which has a sign of its own. */
    static String slack(String text) {
        return marked(text).replace("&", "&amp;");
    }

    private static String cut(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
