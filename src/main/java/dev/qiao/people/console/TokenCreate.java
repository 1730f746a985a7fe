package dev.qiao.people.console;

import dev.qiao.base.Coded;
import dev.qiao.base.Command;
import dev.qiao.base.Desk;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.People;
import dev.qiao.people.Token;
import dev.qiao.people.Tokens;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Makes a token and prints it, this once, alone on its line. */
@CommandLine.Command(name = "create", description = "Make a token; it is printed once, alone on its line.")
public final class TokenCreate implements Command {
    @Option(names = "--for", required = true, paramLabel = "LOGIN", description = "For whom it acts.")
    private String login = "";

    @Option(names = "--scope", required = true, description = "read or write.")
    private String scope = "";

    @Option(names = "--name", description = "What it is for (default: ${DEFAULT-VALUE}).")
    private String name = "command line";

    @Option(names = "--days", description = "How long it is valid (default: ${DEFAULT-VALUE}).")
    private int days = 90;

    @Override
    public int run(Desk desk) {
        if (days < 1 || days > Tokens.LONGEST.toDays())
            throw Refused.invalid("--days", "people.token_life", Tokens.LONGEST.toDays());
        var owner =
                desk.door(People.class).byLogin(login).orElseThrow(() -> Refused.notFound("people.no_login", login));
        var issued = desk.door(Tokens.class)
                .issue(
                        owner.id(),
                        name,
                        Coded.of(Token.Scope.class, "scope", scope),
                        Duration.ofDays(days),
                        Me.QIAO,
                        desk.now());
        desk.out().println(issued.secret());
        return 0;
    }
}
