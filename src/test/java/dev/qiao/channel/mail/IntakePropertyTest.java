package dev.qiao.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.people.People;
import dev.qiao.ticket.Conversation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whatever order mails come in, how often, and wherever the program dies: the same words stand together in the same tickets. */
@QiaoTest
class IntakePropertyTest {
    private static final int TALKS = 4;
    private static final int LONGEST = 5;
    private static final int ROUNDS = 12;
    private static final Pattern WORD = Pattern.compile("word\\d+");

    @Autowired
    MailDesk desk;

    @Autowired
    MailRoom room;

    @Autowired
    MailSql sql;

    @Autowired
    MailboxSql boxes;

    @Autowired
    Intake intake;

    @Autowired
    Conversation conversation;

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Autowired
    Db db;

    @AfterEach
    void close() {
        desk.clear();
    }

    private record Sent(byte[] raw, String word) {}

    @Test
    void theSameTicketsAndCommentsForAnyInterleavingOfCrashDuplicateAndReorder() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            var box = desk.box(MailDesk.forAll(true));
            var talks = talks(box, random);
            var expected = talks.stream()
                    .map(talk -> talk.stream().map(Sent::word).collect(Collectors.toCollection(TreeSet::new)))
                    .collect(Collectors.toSet());
            var arriving = new ArrayList<Sent>();
            for (var talk : talks) {
                arriving.addAll(talk);
                for (var mail : talk) {
                    if (random.nextInt(3) == 0) arriving.add(mail);
                    if (random.nextInt(3) == 0) arriving.add(new Sent(overAnotherWay(mail.raw()), mail.word()));
                }
            }
            Collections.shuffle(arriving, random);
            for (var mail : arriving) {
                desk.put(box, mail.raw(), null);
                if (random.nextInt(3) == 0) dies(random);
                if (random.nextBoolean()) desk.work();
            }
            desk.work();
            assertThat(standing(box)).as("seed " + seed).isEqualTo(expected);
        }
    }

    /** Does it all and dies before it is durable. */
    private void dies(Random random) {
        for (var mail : sql.page(null, true, null, Long.MAX_VALUE, 1 + random.nextInt(3))) {
            var raw = room.raw(mail.id()).orElseThrow();
            var parsed = dev.qiao.channel.mail.read.Parsed.of(raw, null);
            try {
                db.transact(() -> {
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            throw new IllegalStateException("died");
                        }
                    });
                    intake.settle(
                            mail, boxes.find(mail.mailbox()).orElseThrow(), parsed, "x" + mail.id(), MailDesk.now());
                });
            } catch (IllegalStateException died) {
                assertThat(died).hasMessage("died");
            }
        }
    }

    private static byte[] overAnotherWay(byte[] raw) {
        return ("Received: from elsewhere\r\n" + new String(raw, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<List<Sent>> talks(Mailbox box, Random random) {
        var talks = new ArrayList<List<Sent>>();
        int word = random.nextInt(1_000) * 1_000;
        for (int talk = 0; talk < TALKS; talk++) {
            var asks = people.find(cast.hire("requester").id()).orElseThrow().mail();
            var copied = random.nextBoolean()
                    ? people.find(cast.hire("requester").id()).orElseThrow().mail()
                    : "new" + word + "@elsewhere.example";
            var mails = new ArrayList<Sent>();
            var ids = new ArrayList<String>();
            for (int n = 0; n < 1 + random.nextInt(LONGEST); n++) {
                var from = n > 0 && random.nextInt(3) == 0 ? copied : asks;
                var other = from.equals(asks) ? copied : asks;
                var mail = Writing.from(from, box.address(), "talk")
                        .with("Cc", other)
                        .text("word" + ++word);
                if (!ids.isEmpty()) mail.answering(ids.toArray(String[]::new));
                ids.add(mail.id());
                mails.add(new Sent(mail.bytes(), "word" + word));
            }
            talks.add(mails);
        }
        return talks;
    }

    /** The words that stand together, however often they do. */
    private Set<TreeSet<String>> standing(Mailbox box) {
        var all = sql.page(null, false, box.id(), Long.MAX_VALUE, 500);
        var seen = new ArrayList<String>();
        var together = all.stream()
                .filter(mail -> mail.outcome() == Outcome.TICKET)
                .map(mail -> {
                    var words = new TreeSet<String>();
                    var ticket = desk.ticket(mail);
                    add(words, seen, ticket.matter().description());
                    conversation.of(ticket, Me.QIAO, 0, 200).forEach(comment -> add(words, seen, comment.text()));
                    return words;
                })
                .collect(Collectors.toSet());
        assertThat(seen).as("nothing is said twice").doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(mail -> assertThat(Objects.requireNonNull(mail.outcome()))
                        .isIn(Outcome.TICKET, Outcome.COMMENT, Outcome.REJECTED));
        return together;
    }

    private static void add(Set<String> words, List<String> seen, String text) {
        WORD.matcher(text).results().forEach(found -> {
            words.add(found.group());
            seen.add(found.group());
        });
    }
}
