package dev.qiao.signal.pattern;

import java.util.regex.Pattern;

/** What headers are made of. What stands in the first group is the part itself. */
enum Part {
    /** Of syslog, in brackets before all. */
    PRIORITY("<\\d{1,3}>"),
    /** What may stand before the time: dashes, names with digits, dots or underlines, columns that end in a stroke. */
    BEFORE_TIME("[-|](?=\\s)|(?=\\S*\\d|\\w+[._])[^\\s|\"=]*[^\\s|\"=:](?=\\s)|[\\w.-]+ *\\|"),
    /** Columns between a number and a count of seconds. */
    COLUMNS("\\d+(?: [\\w.\\[\\]-]+){1,4} (?=1\\d{9} )"),
    /** In capitals, or in brackets, or before a colon or a wide gap: else it may be a word of the message. */
    LEVEL("(LEVELS)[:,]?(?=[\\s|])|[\\[(<](?i:(LEVELS))[\\])>]:?|(?i:(LEVELS))(?=:\\s|\\s\\s|\\|):?"),
    /** A level of one letter, before a name and a colon. */
    LETTER("([VDIWEF])[ /](?=[\\w.$/-]+ *[:(])"),
    /** A level behind names in capitals or with digits. */
    LOUD("(?:(?:[A-Z][A-Z_]+|(?=\\S*\\d)\\S+) +){1,4}(LEVELS)(?=\\s)"),
    /** Of a process or a thread. */
    NUMBER("(?:-?\\d+|0x[0-9a-f]+)(?=[\\s|])"),
    STROKE("[-|](?=\\s)|\\||\\d+ ---(?=\\s)"),
    BRACKETS("\\[(?:[^\\[\\]]|\\[[^\\[\\]]*])*](?=[\\s:\\[-]):?"),
    HOST("([\\w.@/#-]+) +"),
    /** Before a colon; the number of its process and a remark may stand between. */
    NAME("([\\w\\p{IsIdeographic}.$/@#()+-]+?)(?:\\[[^]\\s]*])?(?: ?\\([^()]*\\))? ?[:：](?=\\s|$)"),
    /** Several words, where the number of its process or of its version says that they are a name. */
    LONG_NAME(
            "([\\w.$/@#()+-]+(?: [\\w.$()+-]+){1,3}?)(?:\\[\\d+]|(?<= \\d[\\d.]{0,12}))(?: ?\\([^()]*\\))? ?:(?=\\s|$)"),
    /** With a dot at least, after a level. */
    CLASS("([A-Za-z_$][\\w$]*(?:\\.[\\w$]+)+)(?=\\s)"),
    /** Before a wide gap, after a level. */
    COLUMN("([A-Za-z][\\w.$-]*)(?:\\s{2,}|\\t)"),
    DASHED("([\\w.-]+(?: \\*?\\d+)?) -(?=\\s)"),
    PIPED("([^\\s|]+)\\|");

    private final Pattern pattern;

    Part(String pattern) {
        var levels =
                "TRACE|VERBOSE|DEBUG|INFO|INFORMATION|NOTICE|WARN|WARNING|ERROR|ERR|FAILURE|SEVERE|FATAL|CRIT|CRITICAL|ALERT|EMERG"
                        + "|EMERGENCY";
        this.pattern = Pattern.compile(pattern.replace("LEVELS", levels));
    }

    Pattern pattern() {
        return pattern;
    }
}
