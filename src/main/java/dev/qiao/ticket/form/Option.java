package dev.qiao.ticket.form;

/** One of the things to choose from. */
public record Option(String code, String name) {
    /** What was not sent is empty; the check of the form says so. */
    public Option {
        code = code == null ? "" : code;
        name = name == null ? "" : name;
    }
}
