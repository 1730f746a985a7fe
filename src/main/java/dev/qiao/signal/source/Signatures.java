package dev.qiao.signal.source;

import dev.qiao.people.Safe;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Whether a sender that signs what it sends has signed this: HMAC-SHA256 of the body, in hexadecimal, as Grafana does it. */
@Component
public class Signatures {
    private static final String PURPOSE = "source secret";
    private static final String ALGORITHM = "HmacSHA256";

    private final Safe safe;

    Signatures(Safe safe) {
        this.safe = safe;
    }

    String seal(long source, String secret) {
        var closed = safe.close(PURPOSE, source, secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(closed);
    }

    /**
     * Always, for a source that does not sign.
     *
     * @param signature as it came; empty: none did
     * @param moment that was signed before the body, with a colon between; empty: none was
     */
    public boolean holds(Source source, String signature, String moment, byte[] body) {
        if (source.sealed() == null) return true;
        var secret = safe.open(PURPOSE, source.id(), Base64.getDecoder().decode(source.sealed()));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            if (!moment.isEmpty()) mac.update((moment + ":").getBytes(StandardCharsets.UTF_8));
            var expected = HexFormat.of().formatHex(mac.doFinal(body));
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
