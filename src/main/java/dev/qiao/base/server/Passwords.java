package dev.qiao.base.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** What our programs sign in to the embedded server with: made at random once, readable only by their owner. */
record Passwords(String superuser, String owner, String app) {
    private static final String FILE = "server.passwords";
    private static final FileAttribute<?> MINE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    static Passwords in(Path data) {
        var file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) write(data, file);
            var lines = Files.readAllLines(file);
            if (lines.size() != 3) throw new CannotServe(file + " is damaged: it must hold three lines");
            return new Passwords(lines.get(0), lines.get(1), lines.get(2));
        } catch (IOException e) {
            throw new CannotServe(file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    private static void write(Path data, Path file) throws IOException {
        if (Files.exists(data.resolve("postgres")))
            throw new CannotServe(
                    "There is a database in " + data + " but its " + FILE + " is gone: put the file back.");
        var draft = Files.createTempFile(data, "server", ".new", MINE);
        Files.write(draft, List.of(random(), random(), random()));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A password file for initdb, belonging to the user that owns the folder. */
    static void writeFor(Path folder, Path file, String password) throws IOException {
        Files.createFile(file, MINE);
        Files.writeString(file, password);
        Files.setAttribute(file, "unix:uid", Files.getAttribute(folder, "unix:uid"));
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Passwords[hidden]";
    }
}
