package dev.qiao.people.totp;

import dev.qiao.people.Safe;
import dev.qiao.people.Seal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The secrets of second factors, closed in the desk's safe. */
@Component
class Strongbox {
    private static final String PURPOSE = "second factor";
    private static final int SECRET = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LETTERS = 12;

    private final Safe safe;
    private final Seal seal;
    private final SecureRandom random = new SecureRandom();

    Strongbox(Safe safe, Seal seal) {
        this.safe = safe;
        this.seal = seal;
    }

    byte[] fresh() {
        var secret = new byte[SECRET];
        random.nextBytes(secret);
        return secret;
    }

    byte[] close(long person, byte[] secret) {
        return safe.close(PURPOSE, person, secret);
    }

    byte[] open(long person, byte[] stored) {
        return safe.open(PURPOSE, person, stored);
    }

    /** The codes on paper of a secret: shown while it is set up, and stored as hashes only. */
    List<String> recovery(byte[] secret) {
        return IntStream.range(0, RECOVERY_CODES)
                .mapToObj(n -> seal.of("recovery", Base32.of(secret), Integer.toString(n)))
                .map(mark -> Base32.of(Base64.getUrlDecoder().decode(mark)).substring(0, RECOVERY_LETTERS))
                .toList();
    }
}
