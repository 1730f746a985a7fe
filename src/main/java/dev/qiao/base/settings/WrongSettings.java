package dev.qiao.base.settings;

import java.util.List;

/** Settings that nobody knows or that make no sense; each is named. */
public final class WrongSettings extends RuntimeException {
    private final List<String> problems;

    WrongSettings(List<String> problems) {
        super("Wrong settings:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
