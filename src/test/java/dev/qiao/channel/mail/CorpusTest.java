package dev.qiao.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Odd mails that were really sent. Those that ship with the project are a few; {@code -Dmail.corpus=FOLDER} takes all files {@code .eml}
 * and {@code .msg} below a folder, and {@code -Dmail.bounces=FOLDER} says which of them are bounces.
 */
@QiaoTest
class CorpusTest {
    @Autowired
    MailDesk desk;

    @Autowired
    MailSql sql;

    @Autowired
    Mails mails;

    @Autowired
    Db db;

    @AfterEach
    void close() {
        desk.clear();
    }

    @Test
    void noMailIsLostNoneThrowsAndNoBounceBecomesATicket() throws IOException {
        var box = desk.box(MailDesk.forAll(true));
        var folder = Path.of(System.getProperty("mail.corpus", "src/test/resources/mail"));
        var bounces = System.getProperty("mail.bounces", "bounce");
        var files = files(folder);
        assertThat(files).isNotEmpty();
        var outcomes = new TreeMap<String, Integer>();
        for (var file : files) {
            var before = letters();
            var mail = desk.hear(box, Files.readAllBytes(file));
            var outcome = Objects.requireNonNull(mail.outcome(), file.toString());
            outcomes.merge(outcome.code(), 1, Integer::sum);
            if (mail.reason() != null)
                assertThat(mail.reason().key()).as(file.toString()).isNotEqualTo("channel.mail_unreadable");
            if (file.toString().contains(bounces) && !file.toString().contains("is-not-bounce"))
                assertThat(outcome).as(file.toString()).isNotIn(Outcome.TICKET, Outcome.COMMENT);
            assertThat(letters()).as("nothing is answered").isEqualTo(before);
        }
        System.out.println("mails " + files.size() + ": " + outcomes);
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(files.size());
        assertThat(mails.page(new Mails.Wanted(null, true, null, null), 10, Me.QIAO))
                .isEmpty();
    }

    private long letters() {
        return db.sql("select count(*) as n from channel.delivery").one(row -> row.number("n"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(eml|msg)"))
                    .sorted()
                    .toList();
        }
    }
}
