package dev.qiao.signal.source;

import dev.qiao.base.Coded;
import dev.qiao.base.Objections;
import dev.qiao.base.Refused;

/**
 * As whom a source speaks SNMPv3.
 *
 * @param password by which it signs
 * @param secret by which it hides what it says; empty: it does not hide it
 */
public record TrapUser(String name, Digest digest, String password, Cipher cipher, String secret) {
    private static final int LEAST = 8;
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 32;

    /** How it signs: HMAC with one of these (RFC 3414, RFC 7860). */
    public enum Digest implements Coded {
        SHA,
        SHA224,
        SHA256,
        SHA384,
        SHA512
    }

    /** How it hides: AES with a key of so many bits. */
    public enum Cipher implements Coded {
        AES128,
        AES192,
        AES256
    }

    public boolean hides() {
        return !secret.isEmpty();
    }

    /** Errors: every field that is wrong. */
    TrapUser checked() {
        var wrong = new Objections();
        if (!name.matches("\\S{1," + LONGEST_NAME + "}"))
            wrong.read(() -> refuse("user", "signal.trap_user_wrong", LONGEST_NAME));
        if (!fits(password)) wrong.read(() -> refuse("password", "signal.trap_password", LEAST, MOST));
        if (hides() && !fits(secret)) wrong.read(() -> refuse("secret", "signal.trap_password", LEAST, MOST));
        wrong.raise();
        return this;
    }

    private static boolean fits(String text) {
        return text.length() >= LEAST && text.length() <= MOST;
    }

    private static String refuse(String field, String key, Object... arguments) {
        throw Refused.invalid(field, key, arguments);
    }

    /** Nobody reads a password in a log. */
    @Override
    public String toString() {
        return name + " " + digest + (hides() ? " " + cipher : "");
    }
}
