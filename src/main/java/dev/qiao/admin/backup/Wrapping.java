package dev.qiao.admin.backup;

import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import tools.jackson.core.JacksonException;

/**
 * Keys in a wrapping that only the passphrase opens: AES-256-GCM under a key by Argon2id. What else is in the file is bound to it, so
 * that opening also proves that nobody without the passphrase wrote or changed that.
 */
record Wrapping(String kdf, int kibibytes, int passes, String salt, String nonce, String wrapped) {
    private static final String KDF = "argon2id";
    private static final int KIBIBYTES = 64 * 1024;
    private static final int PASSES = 3;
    private static final int MOST_KIBIBYTES = 256 * 1024;
    private static final int MOST_PASSES = 20;
    private static final int TAG_BITS = 128;

    /** @param about what is bound to it */
    static byte[] wrap(byte[] plain, byte[] about, char[] passphrase) {
        var salt = random(16);
        var nonce = random(12);
        var key = key(passphrase, salt, KIBIBYTES, PASSES);
        try {
            var wrapped = cipher(Cipher.ENCRYPT_MODE, key, nonce, about).doFinal(plain);
            var wrapping = new Wrapping(KDF, KIBIBYTES, PASSES, text(salt), text(nonce), text(wrapped));
            return Json.of(wrapping).text().getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Errors: a wrong passphrase, a wrapping that is none of ours. */
    static byte[] open(byte[] wrapping, byte[] about, char[] passphrase) {
        try {
            return new Json(new String(wrapping, StandardCharsets.UTF_8))
                    .as(Wrapping.class)
                    .open(about, passphrase);
        } catch (AEADBadTagException _) {
            throw Refused.invalid("passphrase", "admin.backup.wrong_passphrase");
        } catch (GeneralSecurityException | JacksonException | IllegalArgumentException | NullPointerException _) {
            throw Refused.invalid("file", "admin.backup.damaged", ArchiveWriter.KEYS);
        }
    }

    private byte[] open(byte[] about, char[] passphrase) throws GeneralSecurityException {
        boolean known =
                kdf.equals(KDF) && kibibytes > 0 && kibibytes <= MOST_KIBIBYTES && passes > 0 && passes <= MOST_PASSES;
        if (!known) throw new IllegalArgumentException(kdf);
        var key = key(passphrase, bytes(salt), kibibytes, passes);
        return cipher(Cipher.DECRYPT_MODE, key, bytes(nonce), about).doFinal(bytes(wrapped));
    }

    private static SecretKeySpec key(char[] passphrase, byte[] salt, int kibibytes, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(1)
                .build());
        var key = new byte[32];
        generator.generateBytes(passphrase, key);
        try {
            return new SecretKeySpec(key, "AES");
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] about)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about);
        return cipher;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
