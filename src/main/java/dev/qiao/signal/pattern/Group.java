package dev.qiao.signal.pattern;

/** A pattern as it grows. */
final class Group {
    private final long id;
    private Template template;
    private String text;
    private long lines;
    private long last;

    Group(long id, Template template, long lines, long last) {
        this.id = id;
        this.template = template;
        this.text = template.text();
        this.lines = lines;
        this.last = last;
    }

    static Group of(Memory.Kept kept) {
        return new Group(kept.id(), Template.read(kept.template()), kept.lines(), kept.last());
    }

    Memory.Kept kept() {
        return new Memory.Kept(id, template.written(), lines, last);
    }

    Pattern pattern() {
        return new Pattern(id, text, lines);
    }

    long id() {
        return id;
    }

    Template template() {
        return template;
    }

    /** The number of the line that was counted last. */
    long last() {
        return last;
    }

    void count(long line) {
        lines++;
        last = line;
    }

    /** Takes over the lines of another that meets it. */
    void absorb(Group other) {
        template = template.join(other.template);
        text = template.text();
        lines += other.lines;
        last = Math.max(last, other.last);
    }
}
