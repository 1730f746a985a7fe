package dev.qiao.people.totp;

import dev.qiao.people.Seal;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Keeps secrets that must be read again, under a key that is made of {@code seal.key} in the data folder: AES-256-GCM. */
@Component
class Strongbox {
    private static final int SECRET = 20;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LETTERS = 12;

    private final Seal seal;
    private final SecureRandom random = new SecureRandom();

    Strongbox(Seal seal) {
        this.seal = seal;
    }

    byte[] fresh() {
        var secret = new byte[SECRET];
        random.nextBytes(secret);
        return secret;
    }

    /** Bound to its owner: put into another's row it does not open. */
    byte[] close(long person, byte[] secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var closed = cipher(Cipher.ENCRYPT_MODE, person, nonce).doFinal(secret);
            return ByteBuffer.allocate(NONCE + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] open(long person, byte[] stored) {
        try {
            return cipher(Cipher.DECRYPT_MODE, person, Arrays.copyOf(stored, NONCE))
                    .doFinal(stored, NONCE, stored.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the second factor of person " + person + " was sealed by another seal.key", e);
        }
    }

    /** The codes on paper of a secret: shown while it is set up, and stored as hashes only. */
    List<String> recovery(byte[] secret) {
        return IntStream.range(0, RECOVERY_CODES)
                .mapToObj(n -> seal.of("recovery", Base32.of(secret), Integer.toString(n)))
                .map(mark -> Base32.of(Base64.getUrlDecoder().decode(mark)).substring(0, RECOVERY_LETTERS))
                .toList();
    }

    private Cipher cipher(int mode, long person, byte[] nonce) throws GeneralSecurityException {
        var key = Base64.getUrlDecoder().decode(seal.of("second factor"));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(person).array());
        return cipher;
    }
}
