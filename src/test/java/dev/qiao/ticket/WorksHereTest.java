package dev.qiao.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.Matter.Source;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class WorksHereTest {
    private static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    Me user;
    long number;

    @BeforeEach
    void aTicketWithAnInternalWord() {
        user = cast.hire("requester");
        number = tickets.open(Draft.titled("打印机卡纸", user, Source.WEB), NINE).number();
        conversation.say(number, "内部的话", Audience.INTERNAL, List.of(), cast.hire("manager"), NINE);
    }

    @Test
    void whoReadsTheAuditReadsNoInternalWordsOnTheirOwnTicket() {
        var reader = with(user, Permission.REQUEST, Permission.AUDIT_SEE);
        assertThat(conversation.of(tickets.find(number, reader), reader, 0, 50)).isEmpty();
    }

    @Test
    void whoSeesAllTicketsReadsWhatIsSaidWithinTheDesk() {
        var overseer = with(cast.hire("requester"), Permission.TICKET_SEE_ALL);
        assertThat(overseer.worksHere()).isTrue();
        assertThat(conversation.of(tickets.find(number, overseer), overseer, 0, 50))
                .extracting(Comment::text)
                .containsExactly("内部的话");
    }

    private static Me with(Me me, Permission... permissions) {
        return new Me(
                me.id(),
                me.login(),
                me.name(),
                me.organization(),
                me.teams(),
                Set.of(permissions),
                me.language(),
                me.zone(),
                me.origin());
    }
}
