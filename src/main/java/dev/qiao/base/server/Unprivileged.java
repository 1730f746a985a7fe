package dev.qiao.base.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How PostgreSQL's programs are run: it refuses to work for root, so root runs them in a user namespace of their own, or as the owner
 * of the folder where that is not allowed. In a session of their own, so that Ctrl-C reaches only the desk.
 */
record Unprivileged(List<String> prefix) {
    private static final int NOBODY = 65534;

    static Unprivileged on(Path folder) {
        var prefix = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            int owner = owner(folder);
            if (owner == 0 && works("unshare", "-U", "true")) {
                prefix.addAll(List.of("unshare", "-U"));
            } else {
                int user = owner == 0 ? NOBODY : owner;
                if (owner == 0) give(folder, user);
                prefix.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
            }
        }
        if (works("setsid", "true")) prefix.add("setsid");
        return new Unprivileged(List.copyOf(prefix));
    }

    Process start(File log, Map<String, String> environment, List<String> command) throws IOException {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("QIAO_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static int owner(Path folder) {
        try {
            return (Integer) Files.getAttribute(folder, "unix:uid");
        } catch (IOException e) {
            throw new CannotServe("The data folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void give(Path folder, int user) {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.setAttribute(file, "unix:uid", user);
                Files.setAttribute(file, "unix:gid", user);
            }
        } catch (IOException e) {
            throw new CannotServe(
                    "The folder " + folder + " cannot be given to user " + user + ": " + e.getMessage(), e);
        }
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotServe("interrupted", e);
        }
    }
}
