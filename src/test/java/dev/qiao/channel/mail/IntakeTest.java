package dev.qiao.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.people.Participants;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class IntakeTest {
    @Autowired
    MailDesk desk;

    @Autowired
    Mails mails;

    @Autowired
    Marks marks;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Participants participants;

    @Autowired
    Conversation conversation;

    private Mailbox box;
    private Person li;

    @BeforeEach
    void open() {
        box = desk.box(MailDesk.forAll(false));
        li = person("requester");
    }

    @AfterEach
    void close() {
        desk.clear();
    }

    @Test
    void aMailOfSomebodyWhomWeKnowBecomesTheirTicketWithItsFiles() {
        var mail = desk.hear(
                box,
                Writing.from("李 <" + li.mail() + ">", box.address(), "打印机坏了")
                        .with("Content-Type", "multipart/mixed; boundary=b")
                        .text(
                                "--b\nContent-Type: text/plain; charset=utf-8\n\n三楼的\n--b\nContent-Type: image/png; name=a.png\n\nx\n--b--")
                        .bytes());
        assertThat(mail.outcome()).isEqualTo(Outcome.TICKET);
        var ticket = desk.ticket(mail);
        assertThat(ticket.matter().title()).isEqualTo("打印机坏了");
        assertThat(ticket.matter().description()).isEqualTo("三楼的");
        assertThat(ticket.matter().requester()).isEqualTo(li.id());
        assertThat(ticket.matter().source()).isEqualTo(Source.MAIL);
        assertThat(conversation.files(List.of(ticket.number()), Me.QIAO))
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("a.png"));
    }

    @Test
    void anAnswerGoesToItsTicketByWhatItAnswersByAMarkInSubjectOrAddress() {
        var first = Writing.from(li.mail(), box.address(), "a").text("one");
        var ticket = desk.hear(box, first.bytes());
        var second = Writing.from(li.mail(), box.address(), "Re: a")
                .answering(first.id())
                .text("two");
        var third = Writing.from(li.mail(), box.address(), "Re: a")
                .answering(second.id())
                .text("three");
        long number = Objects.requireNonNull(ticket.number());
        var marked = Writing.from(li.mail(), box.address(), "AW: " + marks.subject(number))
                .text("four");
        var addressed = Writing.from(li.mail(), box.address().replace("@", "+" + marks.mark(number) + "@"), "x")
                .text("five");
        var ours = Writing.from(li.mail(), box.address(), "y")
                .answering("qiao.7.8.t" + marks.mark(number) + "@desk.example.org")
                .text("six");
        for (var mail : List.of(second, third, marked, addressed, ours)) {
            assertThat(desk.hear(box, mail.bytes())).satisfies(heard -> {
                assertThat(heard.outcome()).isEqualTo(Outcome.COMMENT);
                assertThat(heard.number()).isEqualTo(number);
            });
        }
        assertThat(desk.comments(ticket))
                .extracting(Conversation.Comment::text)
                .containsExactly("two", "three", "four", "five", "six");
        var forged = Writing.from(li.mail(), box.address(), "Re: [#" + number + "-00000000000]")
                .text("seven");
        assertThat(desk.hear(box, forged.bytes()).outcome()).isEqualTo(Outcome.TICKET);
    }

    @Test
    void aStrangersWordIsForTheDeskAloneAndInNobodysName() {
        var first = Writing.from(li.mail(), box.address(), "a").text("one");
        var ticket = desk.hear(box, first.bytes());
        var heard = desk.hear(
                box,
                Writing.from("eve@elsewhere.example", box.address(), "Re: a")
                        .answering(first.id())
                        .text("pay @admin here")
                        .bytes());
        assertThat(heard.outcome()).isEqualTo(Outcome.COMMENT);
        assertThat(heard.outside()).isTrue();
        assertThat(desk.comments(ticket)).singleElement().satisfies(comment -> {
            assertThat(comment.audience()).isEqualTo(Audience.INTERNAL);
            assertThat(comment.author()).isZero();
            assertThat(comment.mentions()).isEmpty();
            assertThat(comment.text()).contains("eve＠elsewhere.example", "pay");
        });
    }

    @Test
    void aForgedMailOfAnEngineerSaysNothingInTheirNameAndStopsNoClock() {
        var engineer = person("engineer");
        var first = Writing.from(li.mail(), box.address(), "a")
                .with("Cc", engineer.mail())
                .text("one");
        var ticket = desk.hear(box, first.bytes());
        var heard = desk.hear(
                box,
                Writing.from(engineer.mail(), box.address(), "Re: a")
                        .answering(first.id())
                        .text("solved")
                        .bytes());
        assertThat(heard.outside()).isTrue();
        assertThat(desk.comments(ticket))
                .singleElement()
                .satisfies(comment -> assertThat(comment.author()).isZero());
        assertThat(desk.ticket(ticket).times().respondedAt()).isNull();
    }

    @Test
    void whoeverIsInCopyFollowsAndIsHeard() {
        var wang = person("requester");
        var first = Writing.from(li.mail(), box.address(), "a")
                .with("Cc", wang.mail())
                .text("one");
        var ticket = desk.hear(box, first.bytes());
        assertThat(participants.of(Tickets.KIND, Objects.requireNonNull(ticket.number())))
                .extracting(Participants.Participant::person)
                .contains(wang.id());
        desk.hear(
                box,
                Writing.from(wang.mail(), box.address(), "Re: a")
                        .answering(first.id())
                        .text("me too")
                        .bytes());
        assertThat(desk.comments(ticket)).singleElement().satisfies(comment -> {
            assertThat(comment.author()).isEqualTo(wang.id());
            assertThat(comment.audience()).isEqualTo(Audience.PUBLIC);
        });
    }

    @Test
    void strangersBecomePersonsOnlyWhereTheBoxOrTheirDomainSaysSo() {
        var unknown = UUID.randomUUID() + "@new.example";
        var rejected = desk.hear(
                box, Writing.from(unknown, box.address(), "a").text("x").bytes());
        assertThat(rejected.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(Objects.requireNonNull(rejected.reason()).key()).isEqualTo("channel.mail_stranger");
        assertThat(people.byMail(unknown)).isEmpty();
        var acme = cast.organization(false);
        var usual = MailDesk.forAll(false);
        var known = desk.box(new MailboxDraft.Opens(
                usual.kind(),
                usual.impact(),
                usual.urgency(),
                null,
                null,
                null,
                false,
                List.of("new.example = " + acme.code())));
        var heard = desk.hear(
                known,
                Writing.from("New One <" + unknown + ">", known.address(), "b")
                        .text("x")
                        .bytes());
        assertThat(heard.outcome()).isEqualTo(Outcome.TICKET);
        assertThat(people.byMail(unknown)).hasValueSatisfying(person -> {
            assertThat(person.organization()).isEqualTo(acme.id());
            assertThat(person.name()).isEqualTo("New One");
            assertThat(cast.me(person.id()).worksHere()).isFalse();
        });
    }

    @Test
    void machinesOpenNothing() {
        var first = Writing.from(li.mail(), box.address(), "a").text("one");
        var ticket = desk.hear(box, first.bytes());
        var away = desk.hear(
                box,
                Writing.from(li.mail(), box.address(), "Away")
                        .with("Auto-Submitted", "auto-replied")
                        .answering(first.id())
                        .text("x")
                        .bytes());
        assertThat(away.outcome()).isEqualTo(Outcome.AUTO_REPLY);
        assertThat(away.number()).isEqualTo(ticket.number());
        var list = desk.hear(
                box,
                Writing.from(li.mail(), box.address(), "News")
                        .with("List-Id", "<n.example>")
                        .text("x")
                        .bytes());
        assertThat(list.outcome()).isEqualTo(Outcome.REJECTED);
        var own = desk.hear(
                box, Writing.from(box.address(), box.address(), "b").text("x").bytes());
        assertThat(Objects.requireNonNull(own.reason()).key()).isEqualTo("channel.mail_own");
        assertThat(desk.comments(ticket)).isEmpty();
    }

    @Test
    void aBounceStandsOnTheTicketOfWhichTheLostLetterTold() {
        var ticket = desk.hear(
                box, Writing.from(li.mail(), box.address(), "a").text("one").bytes());
        var back = "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; "
                + li.mail()
                + "\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user\n\n--b\nContent-Type: text/rfc822-headers\n\n"
                + "Message-ID: <qiao.7.8.t" + marks.mark(Objects.requireNonNull(ticket.number()))
                + "@desk.example.org>\nSubject: x\n\n--b--";
        var heard = desk.hear(
                box,
                Writing.from("MAILER-DAEMON@x.example", box.address(), "Undelivered Mail Returned to Sender")
                        .with("Content-Type", "multipart/report; report-type=delivery-status; boundary=b")
                        .text(back)
                        .bytes(),
                "");
        assertThat(heard.outcome()).isEqualTo(Outcome.BOUNCE);
        assertThat(heard.number()).isEqualTo(ticket.number());
        assertThat(Objects.requireNonNull(heard.bounce())).satisfies(bounce -> {
            assertThat(bounce.recipient()).isEqualTo(li.mail());
            assertThat(bounce.status()).isEqualTo("5.1.1");
            assertThat(bounce.words()).isEqualTo("550 no such user");
        });
    }

    @Test
    void whatCannotBeReadWaitsAsideAndHoldsUpNothing() {
        var many = new StringBuilder();
        for (int n = 0; n < 1_000; n++) many.append("--b\n\nx\n");
        long bad = desk.put(
                box,
                Writing.from(li.mail(), box.address(), "many")
                        .with("Content-Type", "multipart/mixed; boundary=b")
                        .text(many.toString())
                        .bytes(),
                null);
        var good = desk.hear(
                box, Writing.from(li.mail(), box.address(), "good").text("x").bytes());
        assertThat(good.outcome()).isEqualTo(Outcome.TICKET);
        var aside = mails.find(bad, Me.QIAO);
        assertThat(aside.outcome()).isEqualTo(Outcome.QUARANTINED);
        assertThat(Objects.requireNonNull(aside.reason()).key()).isEqualTo("channel.mail_too_many_parts");
        mails.retry(bad, Me.QIAO, MailDesk.now());
        desk.work();
        assertThat(mails.find(bad, Me.QIAO).outcome()).isEqualTo(Outcome.QUARANTINED);
        mails.drop(bad, Me.QIAO, MailDesk.now());
        assertThat(mails.find(bad, Me.QIAO).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aFloodOfOneAddressWaitsForSomebody() {
        for (int n = 0; n < Intake.MOST_AN_HOUR; n++)
            desk.put(
                    box,
                    Writing.from(li.mail(), box.address(), "n" + n).text("x").bytes(),
                    null);
        desk.work();
        var over = desk.hear(
                box, Writing.from(li.mail(), box.address(), "over").text("x").bytes());
        assertThat(over.outcome()).isEqualTo(Outcome.QUARANTINED);
        assertThat(Objects.requireNonNull(over.reason()).key()).isEqualTo("channel.mail_flood");
        var other = desk.hear(
                box,
                Writing.from(person("requester").mail(), box.address(), "other")
                        .text("x")
                        .bytes());
        assertThat(other.outcome()).isEqualTo(Outcome.TICKET);
    }

    @Test
    void chineseUnderAFalseNameIsReadableOnTheTicket() {
        var mail = Writing.from(li.mail(), box.address(), "x")
                .with("Content-Type", "text/plain; charset=big5")
                .text("网络时断时续，已经影响办公")
                .in(Charset.forName("GBK"));
        assertThat(desk.ticket(desk.hear(box, mail.bytes())).matter().description())
                .isEqualTo("网络时断时续，已经影响办公");
    }

    @Test
    void veryLongWordsGoAlongAsAFileAndNamesOfFilesCannotBreakOut() {
        var text = "长".repeat(60_000);
        var mail = desk.hear(
                box,
                Writing.from(li.mail(), box.address(), "t".repeat(400))
                        .text(text)
                        .bytes());
        var ticket = desk.ticket(mail);
        assertThat(ticket.matter().title()).hasSize(200).endsWith("…");
        assertThat(ticket.matter().description()).endsWith("…");
        var file = conversation.files(List.of(ticket.number()), Me.QIAO).getFirst();
        assertThat(file.name()).isEqualTo("mail.txt");
        assertThat(file.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    private Person person(String role) {
        return people.find(cast.hire(role).id()).orElseThrow();
    }
}
