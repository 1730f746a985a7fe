package dev.qiao.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.reach.Reach;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.base.web.Languages;
import dev.qiao.base.web.Templates;
import dev.qiao.feedback.link.RatingLinks;
import dev.qiao.feedback.survey.SurveyLinks;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Recorded;
import dev.qiao.people.Invitation;
import dev.qiao.people.Invitation.Purpose;
import dev.qiao.people.Invitations;
import dev.qiao.people.People;
import dev.qiao.people.PersonDraft;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class MailTest {
    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Db db;

    @Autowired
    DeliverySql sql;

    @Autowired
    Invitations invitations;

    @Autowired
    RatingLinks links;

    @Autowired
    SurveyLinks surveys;

    @Autowired
    Tickets tickets;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Journal journal;

    @Autowired
    Languages languages;

    @Autowired
    Templates templates;

    @Autowired
    Settings settings;

    @Autowired
    dev.qiao.channel.mail.Marks marks;

    @Autowired
    TestClock clock;

    private MailReader reader;
    private MailWorker worker;
    private Instant now;

    @BeforeEach
    void start() {
        db.sql("delete from channel.delivery").update();
        server.start();
        var here = settings.with(Map.of(
                Setting.SMTP_URL, "smtp://127.0.0.1:" + server.getSmtp().getPort(),
                Setting.MAIL_FROM, "desk@example.org",
                Setting.PUBLIC_URL, "https://desk.example.org/"));
        var post = new Post(here);
        reader = new MailReader(sql, people, tickets, post);
        worker = new MailWorker(
                sql,
                new Letters(people, invitations, links, surveys, languages, templates, new Reach(here), marks),
                post);
        now = clock.instant();
    }

    @AfterEach
    void stop() {
        server.stop();
        db.sql("delete from channel.delivery").update();
    }

    @Test
    void anInvitationIsSentOnceWithTheLinkThatOpensIt() {
        var invitation = invited();
        read(invitation);
        read(invitation);
        crank();
        var link = invitations.link(invitation.id(), now).orElseThrow();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(text()).contains("https://desk.example.org" + link);
    }

    @Test
    void theTableHoldsNeitherLinkNorAddress() {
        var mail = UUID.randomUUID() + "@example.org";
        var invitation = invited(mail);
        read(invitation);
        var link = invitations.link(invitation.id(), now).orElseThrow();
        var stored = db.sql("select d::text as stored from channel.delivery d").one(row -> row.text("stored"));
        assertThat(stored).doesNotContain(mail).doesNotContain(link.substring(link.indexOf('.')));
    }

    @Test
    void aServerThatIsDownIsTriedAgainUntilItIsBackAndTheMailGoesOutOnce() {
        read(invited());
        server.stop();
        crank();
        assertThat(sql.waiting(10)).singleElement().satisfies(d -> {
            assertThat(d.attempts()).isEqualTo(1);
            assertThat(d.problem()).isEqualTo("channel.problem_unreachable");
        });
        crank();
        assertThat(sql.waiting(10).getFirst().attempts())
                .as("not before its time")
                .isEqualTo(1);
        server.start();
        now = now.plus(Duration.ofMinutes(1));
        crank();
        crank();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(sql.waiting(10)).isEmpty();
    }

    @Test
    void oneBadAddressBlocksNoOther() {
        read(invited(UUID.randomUUID() + "..@example.org"));
        read(invited());
        crank();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(sql.dead(10))
                .singleElement()
                .satisfies(d -> assertThat(d.problem()).isEqualTo("channel.problem_address"));
    }

    @Test
    void afterADayOfTryingItIsGivenUpAndAnAdministratorCanSendItAgain() {
        read(invited());
        server.stop();
        for (int i = 0; i < 12; i++) {
            crank();
            now = now.plus(Duration.ofHours(6));
        }
        var dead = sql.dead(10).getFirst();
        server.start();
        assertThat(sql.retry(dead.id(), now)).isTrue();
        crank();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aLinkThatIsOverIsNotSent() {
        read(invited());
        now = now.plus(Duration.ofDays(8));
        crank();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(sql.dead(10).getFirst().problem()).isEqualTo("channel.problem_over");
    }

    @Test
    void whoeverDiesWhileSendingHasItSentByAnother() {
        read(invited());
        assertThat(sql.take(now, now.plus(Duration.ofMinutes(10)), 10)).hasSize(1);
        crank();
        assertThat(server.getReceivedMessages()).isEmpty();
        now = now.plus(Duration.ofMinutes(10));
        crank();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whoeverReportedIsToldOfTheSolutionWithFiveStarsThatOpenOnePage() {
        var user = cast.hire("requester", cast.organization(false));
        long number = solved(user, false);
        readSolution(number);
        readSolution(number);
        crank();
        var path = links.of(number, user.id(), now).orElseThrow().path();
        assertThat(server.getReceivedMessages()).hasSize(1);
        for (int stars = 1; stars <= 5; stars++)
            assertThat(text()).contains("https://desk.example.org" + path + "?stars=" + stars);
    }

    @Test
    void noLetterSaysWhatIsToldInConfidence() {
        var user = cast.hire("requester", cast.organization(false));
        readSolution(solved(user, true));
        crank();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]))
                .doesNotContain("salary list")
                .contains("/my/");
    }

    @Test
    void nobodyIsWrittenToMoreThanTenTimesADayAboutWhatIsSolved() {
        var user = cast.hire("requester", cast.organization(false));
        for (int i = 0; i < MailReader.MOST_A_DAY + 3; i++) readSolution(solved(user, false));
        crank();
        assertThat(server.getReceivedMessages()).hasSize(MailReader.MOST_A_DAY);
    }

    private long solved(Me user, boolean restricted) {
        var engineer = cast.join(cast.team(null), cast.hire("engineer"));
        var draft = new Draft(
                UUID.randomUUID(),
                cast.hire("manager"),
                Kind.INCIDENT,
                "salary list is open",
                "",
                Level.LOW,
                Level.LOW,
                null,
                null,
                null,
                user.id(),
                Source.PHONE,
                null,
                List.of(),
                restricted);
        long number = tickets.open(List.of(draft), now).getFirst().number();
        tickets.assign(number, null, engineer.teams().iterator().next(), engineer.id(), null, Me.QIAO, now);
        tickets.resolve(number, null, Outcome.FIXED, Cause.SOFTWARE, "closed it", null, engineer, now);
        return number;
    }

    private void readSolution(long number) {
        var told = journal.of(Tickets.KIND, number, 0, 50).stream()
                .filter(reader::wants)
                .toList();
        assertThat(told).hasSize(1);
        reader.read(told, now).run();
    }

    private Invitation invited() {
        return invited(UUID.randomUUID() + "@example.org");
    }

    private Invitation invited(String mail) {
        var person = people.add(new PersonDraft(null, "何静", mail, null, null, 0), Set.of("requester"), Me.QIAO, now);
        return invitations.offer(person.id(), Purpose.INVITATION, Me.QIAO, now);
    }

    private void read(Invitation invitation) {
        List<Recorded> told = journal.of("person", invitation.person(), 0, 10).stream()
                .filter(reader::wants)
                .toList();
        assertThat(told).hasSize(1);
        reader.read(told, now).run();
    }

    /** The server has to come back where it was. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void crank() {
        while (worker.work(now) > 0) {}
    }

    private String text() {
        return Arrays.stream(server.getReceivedMessages())
                .map(GreenMailUtil::getBody)
                .reduce("", String::concat)
                .replace("=\r\n", "")
                .replace("=3D", "=");
    }
}
