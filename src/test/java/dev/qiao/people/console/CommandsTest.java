package dev.qiao.people.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.base.Command;
import dev.qiao.base.Desk;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.settings.Settings;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;

@QiaoTest
class CommandsTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Settings settings;

    @Autowired
    People people;

    @Autowired
    Crowd crowd;

    @Autowired
    Http http;

    @Test
    void anAdministratorIsMadeWithAPasswordFromStandardInput() {
        var login = crowd.word("root");
        run(new AdminCreate(), "a long enough secret\n", "--login", login, "--name", "Root");
        assertThat(people.able(Permission.ADMIN)).extracting(Person::login).contains(login);
    }

    @Test
    void aWeakPasswordMakesNobody() {
        var login = crowd.word("root");
        assertThatThrownBy(() -> run(new AdminCreate(), "short\n", "--login", login))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> run(new AdminCreate(), "", "--login", login)).isInstanceOf(Refused.class);
        assertThat(people.byLogin(login)).isEmpty();
    }

    @Test
    void aTokenIsPrintedAloneOnItsLineAndWorks() {
        var login = crowd.word("root");
        run(new AdminCreate(), "a long enough secret\n", "--login", login);
        var printed = run(new TokenCreate(), "", "--for", login, "--scope", "read");
        assertThat(printed.lines()).hasSize(1).first().asString().startsWith("qiao_");
        http.as(printed.strip()).get("/api/v1/people/" + login).expect(200);
    }

    @Test
    void aTokenNeedsSomebodyAndAScopeThatIsKnown() {
        assertThatThrownBy(() -> run(new TokenCreate(), "", "--for", "nobody-here", "--scope", "read"))
                .isInstanceOf(Refused.class);
        var login = crowd.word("root");
        run(new AdminCreate(), "a long enough secret\n", "--login", login);
        assertThatThrownBy(() -> run(new TokenCreate(), "", "--for", login, "--scope", "everything"))
                .isInstanceOf(Refused.class);
    }

    private String run(Command command, String typed, String... options) {
        new CommandLine(command).parseArgs(options);
        var out = new ByteArrayOutputStream();
        var desk = new Desk(
                context::getBean,
                settings.data(),
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(command.run(desk)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
