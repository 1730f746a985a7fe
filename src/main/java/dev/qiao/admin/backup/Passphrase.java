package dev.qiao.admin.backup;

import dev.qiao.base.Refused;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import java.util.Arrays;
import java.util.Optional;

/** What wraps the keys: from the settings, or asked for on the console. */
public final class Passphrase {
    /** The shortest that is taken, in characters. */
    public static final int SHORTEST = 12;

    private Passphrase() {}

    public static Optional<char[]> of(Settings settings) {
        return settings.given(Setting.PASSPHRASE).map(String::toCharArray);
    }

    /**
     * That of the settings, else as somebody types it.
     *
     * @param again ask twice: a slip of the finger would be found out when it is too late
     */
    public static char[] of(Settings settings, boolean again) {
        return of(settings).orElseGet(() -> typed(again));
    }

    @SuppressWarnings("SystemConsoleNull") // a JDK may still be told to give none
    private static char[] typed(boolean again) {
        var console = System.console();
        if (console == null || !console.isTerminal()) throw Refused.invalid("passphrase", "admin.backup.no_passphrase");
        var first = read(console, "Passphrase: ");
        if (again && !Arrays.equals(first, read(console, "Once more: ")))
            throw Refused.invalid("passphrase", "admin.backup.passphrases_differ");
        return first;
    }

    private static char[] read(java.io.Console console, String prompt) {
        var typed = console.readPassword("%s", prompt);
        if (typed == null) throw Refused.invalid("passphrase", "admin.backup.no_passphrase");
        return typed;
    }

    static void mustBeLong(char[] passphrase) {
        if (passphrase.length < SHORTEST)
            throw Refused.invalid("passphrase", "admin.backup.passphrase_short", SHORTEST);
    }
}
