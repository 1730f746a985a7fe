package dev.qiao.channel.robot;

import dev.qiao.base.Json;
import dev.qiao.base.reach.Answer;
import dev.qiao.channel.robot.Verdict.Refused;
import dev.qiao.channel.robot.Verdict.Said;
import dev.qiao.channel.robot.Verdict.TooFast;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;

/** Answers that carry a code in their body, and signatures; what vendors have in common. */
final class Codes {
    private static final int TOO_MANY = 429;

    private Codes() {}

    /**
     * By the code of this name in the body: 0 is well, whatever else is known is one of these.
     *
     * @param fast codes that say "too fast", with how long to rest
     * @param wrong codes with which trying again is of no use
     */
    static Verdict judge(Answer answer, String field, Map<Long, Duration> fast, Set<Long> wrong) {
        if (answer.status() == TOO_MANY) return new TooFast(Duration.ofMinutes(1), "429");
        if (!answer.good()) return new Refused(String.valueOf(answer.status()), gone(answer.status()));
        long code;
        try {
            var node = new Json(answer.text()).node().path(field);
            if (!node.isNumber()) return new Refused("?", false);
            code = node.asLong();
        } catch (JacksonException _) {
            return new Refused("?", false);
        }
        if (code == 0) return new Said();
        var rest = fast.get(code);
        return rest != null
                ? new TooFast(rest, String.valueOf(code))
                : new Refused(String.valueOf(code), wrong.contains(code));
    }

    /** By the status alone. */
    static Verdict judge(Answer answer) {
        if (answer.status() == TOO_MANY) {
            var after = answer.retryAfter();
            boolean number = after != null && after.matches("\\d{1,4}");
            return new TooFast(number ? Duration.ofSeconds(Long.parseLong(after)) : Duration.ofMinutes(1), "429");
        }
        return answer.good() ? new Said() : new Refused(String.valueOf(answer.status()), gone(answer.status()));
    }

    private static boolean gone(int status) {
        return status == 400 || status == 401 || status == 403 || status == 404 || status == 410;
    }

    /** HMAC-SHA256 in Base64. */
    static String signed(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
