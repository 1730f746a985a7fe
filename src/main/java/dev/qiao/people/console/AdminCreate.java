package dev.qiao.people.console;

import dev.qiao.base.Command;
import dev.qiao.base.Desk;
import dev.qiao.base.Refused;
import dev.qiao.people.FirstAdministrator;
import dev.qiao.people.PersonDraft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Makes an administrator; the password is read from standard input, so that it stands in no list of processes. */
@CommandLine.Command(name = "create", description = "Make an administrator; the password is read from standard input.")
public final class AdminCreate implements Command {
    @Option(names = "--login", required = true, description = "What they sign in with.")
    private String login = "";

    @Option(names = "--name", description = "Their name (default: the login).")
    private @Nullable String name;

    @Option(names = "--mail", description = "Their mail address.")
    private @Nullable String mail;

    @Override
    public int run(Desk desk) {
        var draft = new PersonDraft(login, name == null ? login : name, mail, null, null, 0);
        desk.door(FirstAdministrator.class).create(draft, password(desk), desk.now());
        desk.out().println("Administrator " + login.strip() + " can sign in.");
        return 0;
    }

    private static String password(Desk desk) {
        try {
            var line = new BufferedReader(new InputStreamReader(desk.in(), StandardCharsets.UTF_8)).readLine();
            if (line == null) throw Refused.invalid("password", "people.no_password");
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
