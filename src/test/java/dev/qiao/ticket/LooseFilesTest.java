package dev.qiao.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.CommentSql.Loose;
import dev.qiao.ticket.Matter.Source;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class LooseFilesTest {
    private static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Db db;

    Me user;

    @BeforeEach
    void somebody() {
        user = cast.hire("requester");
    }

    @Test
    void nobodyPutsInFilesWithoutEndThatTheyNeverSend() {
        var kept = new ArrayList<UUID>();
        for (int i = 0; i < Loose.MOST; i++) kept.add(keep(user));
        assertThatThrownBy(() -> keep(user)).isInstanceOf(Refused.class).hasMessage("ticket.files_not_sent");
        assertThatCode(() -> keep(cast.hire("requester"))).doesNotThrowAnyException();
        long number =
                tickets.open(Draft.titled("打印机卡纸", user, Source.WEB), NINE).number();
        conversation.attach(number, List.of(kept.getFirst()), Audience.PUBLIC, user, NINE);
        assertThat(keep(user)).as("what was sent is not counted").isNotNull();
    }

    @Test
    void largeFilesThatAreNotSentAreBoundedByTheirBytes() {
        var large = keep(user);
        db.sql("update ticket.attachment set bytes = :bytes where id = :id")
                .bind("bytes", Loose.MOST_BYTES)
                .bind("id", large)
                .update();
        assertThatThrownBy(() -> keep(user)).isInstanceOf(Refused.class).hasMessage("ticket.files_not_sent");
    }

    private UUID keep(Me me) {
        return conversation
                .keep("a.txt", "text/plain", new ByteArrayInputStream(new byte[] {1}), me, NINE)
                .id();
    }
}
