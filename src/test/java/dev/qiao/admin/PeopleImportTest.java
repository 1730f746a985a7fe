package dev.qiao.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.options.FilePayload;
import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.admin.console.ImportPeople;
import dev.qiao.admin.intake.PeopleColumn;
import dev.qiao.admin.intake.PeopleIntake;
import dev.qiao.admin.intake.PeopleIntake.Fate;
import dev.qiao.admin.intake.PeopleList;
import dev.qiao.base.Desk;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Roles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;

/** People come in from a list: said first, then done whole. */
@QiaoTest
class PeopleImportTest {
    @Autowired
    PeopleIntake intake;

    @Autowired
    People people;

    @Autowired
    Roles roles;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    Http http;

    @TempDir
    Path folder;

    @Test
    void theDryRunSaysRowByRowWhatTheImportThenDoes() {
        var known = cast.hire("requester");
        var same = cast.hire("requester");
        var fresh = crowd.word("neu");
        var text = """
                \uFEFF姓名,工号,邮箱,部门
                新人,%s,%s@example.org,
                改名,%s,,
                ,,%s@example.org,
                无名,,,没有这个单位
                重复,%s,,
                """.formatted(fresh, fresh, known.login(), same.login(), fresh);
        var list = PeopleList.read(text.getBytes(StandardCharsets.UTF_8), Map.of());
        var plan = intake.plan(list, Set.of("requester"), Me.QIAO);
        assertThat(plan.lines())
                .extracting(PeopleIntake.Line::fate)
                .containsExactly(Fate.CREATED, Fate.UPDATED, Fate.LEFT, Fate.REFUSED, Fate.REFUSED);
        assertThat(plan.lines().get(1).fields()).containsExactly("name");
        assertThat(plan.lines().get(3).problems().getFirst().key()).isEqualTo("admin.people.no_organization");
        assertThat(plan.lines().get(4).problems().getFirst().key()).isEqualTo("admin.people.twice");
        assertThat(people.byLogin(fresh)).isEmpty();
        intake.run(list, Set.of("requester"), Me.QIAO, clock.instant());
        var person = people.byLogin(fresh).orElseThrow();
        assertThat(person.name()).isEqualTo("新人");
        assertThat(roles.of(person.id())).extracting(role -> role.code()).containsExactly("requester");
        var renamed = people.find(known.id()).orElseThrow();
        assertThat(renamed.name()).isEqualTo("改名");
        assertThat(renamed.mail()).isEqualTo(known.login() + "@example.org");
        assertThat(intake.plan(list, Set.of("requester"), Me.QIAO).count(Fate.LEFT))
                .isEqualTo(3);
    }

    @Test
    void whatTheImportRefusesTheDryRunRefusesToo() {
        var list = PeopleList.read(("name\n" + crowd.word("n") + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
        for (var roles : List.of(Set.of("nosuchrole"), Set.of("requester", "nosuchrole"))) {
            assertThatThrownBy(() -> intake.plan(list, roles, Me.QIAO)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> intake.run(list, roles, Me.QIAO, clock.instant()))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void aListOfAChineseOfficeAndHeadingsOfItsOwnAreRead() {
        var login = crowd.word("gb");
        var bytes = ("称呼;" + "工号\n张三丰;" + login + "\n").getBytes(Charset.forName("GB18030"));
        assertThatThrownBy(() -> PeopleList.read(bytes, Map.of())).isInstanceOf(Refused.class);
        var list = PeopleList.read(bytes, Map.of(PeopleColumn.NAME, "称呼"));
        intake.run(list, Set.of("requester"), Me.QIAO, clock.instant());
        assertThat(people.byLogin(login).orElseThrow().name()).isEqualTo("张三丰");
    }

    @Test
    void whoHasMoreRightsThanOneselfIsNotChangedAndALongListIsRefused() {
        var admin = cast.hire("admin");
        var role = roles.add(
                crowd.word("hr"), "HR", Set.of(dev.qiao.base.Permission.PEOPLE_EDIT), Me.QIAO, clock.instant());
        var clerk = cast.hire(role.code());
        var list =
                PeopleList.read(("name,login\n别的," + admin.login() + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
        var line = intake.plan(list, Set.of("requester"), clerk).lines().getFirst();
        assertThat(line.problems().getFirst().key()).isEqualTo("admin.people.more_rights");
        var many = "name\n" + "a\n".repeat(5_001);
        assertThatThrownBy(() -> PeopleList.read(many.getBytes(StandardCharsets.UTF_8), Map.of()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void onThePageTheListIsTriedAndThenImported() {
        var login = crowd.word("web");
        var now = clock.instant();
        var somebody = crowd.withPassword(crowd.person(now, "admin"), now);
        try (var admin =
                Browser.desktop(http.root()).signIn(Objects.requireNonNull(somebody.login()), Crowd.PASSWORD)) {
            admin.open("/people/imports/new");
            var bytes = ("姓名,工号,单位\n网页来的," + login + ",\n错的,x" + login + ",没有\n").getBytes(StandardCharsets.UTF_8);
            admin.page().locator("#file").setInputFiles(new FilePayload("people.csv", "text/csv", bytes));
            admin.page().getByText("试跑").last().click();
            admin.page().getByText("会新增1人，更新0人，0人不变，1行不收").waitFor();
            admin.isAccessible().fits().shot("people-import");
            assertThat(people.byLogin(login)).isEmpty();
            var changed = ("姓名,工号,单位\n换了的," + login + ",\n").getBytes(StandardCharsets.UTF_8);
            admin.page().locator("#file").setInputFiles(new FilePayload("other.csv", "text/csv", changed));
            admin.page().getByText("导入这1人").click();
            admin.page().getByText("什么都没有导入").waitFor();
            assertThat(people.byLogin(login)).isEmpty();
            admin.page().locator("#file").setInputFiles(new FilePayload("people.csv", "text/csv", bytes));
            admin.page().getByText("导入这1人").click();
            admin.page().getByText("新增了1人").waitFor();
        }
        assertThat(people.byLogin(login)).isPresent();
    }

    @Test
    void onTheConsoleADryRunStoresNothing() throws IOException {
        var login = crowd.word("con");
        var file = Files.writeString(folder.resolve("people.csv"), "name,login\nConsole," + login + "\n");
        assertThat(run("--dry-run", file.toString())).contains("dry run", "created 1");
        assertThat(people.byLogin(login)).isEmpty();
        assertThat(run(file.toString())).contains("created 1");
        assertThat(people.byLogin(login)).isPresent();
    }

    @Test
    void onTheConsoleAListWithARowThatCannotBeTakenStoresNothingUnlessThatRowIsLeftOut() throws IOException {
        var login = crowd.word("half");
        var text = "name,login,mail\nGood," + login + ",\nBad,x" + login + ",nowhere\n";
        var file = Files.writeString(folder.resolve("half.csv"), text).toString();
        assertThat(run(1, file)).contains("nothing was stored", "# line 3 Bad", "refused 1");
        assertThat(people.byLogin(login)).isEmpty();
        assertThat(run("--skip", file)).contains("created 1", "refused 1");
        assertThat(people.byLogin(login)).isPresent();
    }

    @Test
    void whatWouldHappenOtherwiseThanWasSeenDoesNotHappen() {
        var login = crowd.word("seen");
        var text = "name,login\nSomebody," + login + "\n";
        var list = PeopleList.read(text.getBytes(StandardCharsets.UTF_8), Map.of());
        var seen = intake.plan(list, Set.of("requester"), Me.QIAO).mark();
        var other = PeopleList.read(text.replace("Somebody", "Other").getBytes(StandardCharsets.UTF_8), Map.of());
        assertThatThrownBy(() -> intake.run(other, Set.of("requester"), seen, Me.QIAO, clock.instant()))
                .isInstanceOf(Refused.class);
        assertThat(people.byLogin(login)).isEmpty();
        intake.run(list, Set.of("requester"), seen, Me.QIAO, clock.instant());
        assertThatThrownBy(() -> intake.run(list, Set.of("requester"), seen, Me.QIAO, clock.instant()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aRowWithAnAddressThatStandsFurtherUpSaysThatItIsTheAddress() {
        var mail = crowd.word("twice") + "@example.org";
        var text = "name,login,mail\nA," + crowd.word("a") + "," + mail + "\nB," + crowd.word("b") + "," + mail + "\n";
        var list = PeopleList.read(text.getBytes(StandardCharsets.UTF_8), Map.of());
        var line = intake.plan(list, Set.of("requester"), Me.QIAO).lines().getLast();
        assertThat(line.problems().getFirst().field()).isEqualTo("mail");
    }

    private String run(String... words) {
        return run(0, words);
    }

    private String run(int code, String... words) {
        var command = new ImportPeople();
        new CommandLine(command).parseArgs(words);
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(new byte[0]);
        var desk = new Desk(context::getBean, folder, in, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(command.run(desk)).isEqualTo(code);
        return out.toString(StandardCharsets.UTF_8);
    }
}
