package dev.qiao.signal.source;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * By what the desk may read an exporter.
 *
 * @param user with a password as its secret; empty: the secret is a token
 */
public record Pass(String user, String secret) {
    private static final int LONGEST_USER = 200;
    private static final int LONGEST_SECRET = 4_000;

    /** Errors: every field that is wrong. */
    public Pass checked() {
        var wrong = new Objections();
        wrong.read(() -> {
            if (user.length() > LONGEST_USER
                    || user.indexOf(':') >= 0
                    || user.chars().anyMatch(Character::isISOControl))
                throw Refused.invalid("user", "signal.scrape.pass_user", LONGEST_USER);
            return user;
        });
        wrong.read(() -> {
            boolean fits =
                    user.isEmpty() ? secret.matches("[!-~]+") : secret.chars().noneMatch(Character::isISOControl);
            if (!fits || secret.isEmpty() || secret.length() > LONGEST_SECRET)
                throw Refused.invalid("secret", "signal.scrape.pass_secret", LONGEST_SECRET);
            return secret;
        });
        wrong.raise();
        return this;
    }

    /** As the header says it. */
    public String authorization() {
        if (user.isEmpty()) return "Bearer " + secret;
        var both = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** Nobody reads a secret in a log. */
    @Override
    public String toString() {
        return user.isEmpty() ? "a token" : user;
    }
}
