package dev.qiao.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Closes secrets that must be read again, under keys that are made of {@code seal.key} in the data folder: AES-256-GCM. */
@Component
public class Safe {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Seal seal;
    private final SecureRandom random = new SecureRandom();

    Safe(Seal seal) {
        this.seal = seal;
    }

    /**
     * Bound to its owner: put into another's row it does not open.
     *
     * @param purpose what such secrets are for; each has a key of its own
     */
    public byte[] close(String purpose, long owner, byte[] secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var closed = cipher(Cipher.ENCRYPT_MODE, purpose, owner, nonce).doFinal(secret);
            return ByteBuffer.allocate(NONCE + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Errors: IllegalState, for what was closed for another purpose, another owner, or with another key file. */
    public byte[] open(String purpose, long owner, byte[] stored) {
        try {
            return cipher(Cipher.DECRYPT_MODE, purpose, owner, Arrays.copyOf(stored, NONCE))
                    .doFinal(stored, NONCE, stored.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the " + purpose + " of " + owner + " was sealed by another seal.key", e);
        }
    }

    private Cipher cipher(int mode, String purpose, long owner, byte[] nonce) throws GeneralSecurityException {
        var key = Base64.getUrlDecoder().decode(seal.of(purpose));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(owner).array());
        return cipher;
    }
}
