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
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Marks words as ours with a key that stands in the data folder, outside of the database and its backups. */
@Component
class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private final SecretKeySpec key;

    Seal(Settings settings) {
        this.key = new SecretKeySpec(key(settings.data().resolve("seal.key")), ALGORITHM);
    }

    /** 43 characters that nobody without the key can make. */
    String of(String... words) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var sum = mac.doFinal(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in equal time. */
    boolean holds(String seal, String... words) {
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
        new SecureRandom().nextBytes(bytes);
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
