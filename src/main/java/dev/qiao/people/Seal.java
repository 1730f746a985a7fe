package dev.qiao.people;

import dev.qiao.base.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Secrets: random ones, of which only a hash is stored; and a mark that makes words ours, by a key outside of the database. */
@Component
public class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Seal(Settings settings) {
        this.key = new SecretKeySpec(key(settings.data().resolve("seal.key")), ALGORITHM);
    }

    /** 43 characters that nobody without the key can make. */
    public String of(String... words) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var sum = mac.doFinal(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A secret of 256 bits in 43 characters. */
    public static String random() {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of such a secret: SHA-256, in hexadecimal. */
    public static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether these words are under this mark; compares in equal time. */
    public boolean holds(String seal, String... words) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.UTF_8), of(words).getBytes(StandardCharsets.UTF_8));
    }

    /** Two that start at once agree on one: the file appears whole, under its name, once. */
    private static byte[] key(Path file) {
        try {
            if (!Files.exists(file)) make(file);
            var key = Files.readAllBytes(file);
            if (key.length != LENGTH) throw new IllegalStateException(file + " is not a key of ours");
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "seal", ".new", ours);
        Files.write(draft, bytes);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // another was first; its key is the key
        } catch (UnsupportedOperationException _) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(draft);
    }
}
