package dev.qiao.dispatch;

import java.util.List;

/** Why something was decided: a message key with plain numbers, so that everybody reads it in their own language. */
public record Reason(String key, List<Object> arguments) {
    public Reason {
        arguments = List.copyOf(arguments);
    }

    static Reason of(String key, Object... arguments) {
        return new Reason(key, List.of(arguments));
    }
}
