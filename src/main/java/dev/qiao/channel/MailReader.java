package dev.qiao.channel;

import dev.qiao.channel.DeliverySql.Order;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.people.Invitation.Purpose;
import dev.qiao.people.People;
import dev.qiao.people.PersonFacts.PersonInvited;
import dev.qiao.people.PersonFacts.ResetOffered;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns invitations and resets into letters, where mail is set up and the person has an address. */
@Component
class MailReader implements Reader {
    private final DeliverySql sql;
    private final People people;
    private final Post post;

    MailReader(DeliverySql sql, People people, Post post) {
        this.sql = sql;
        this.people = people;
        this.post = post;
    }

    @Override
    public String name() {
        return "channel.mail";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.live() && post.open() && (entry.is(PersonInvited.class) || entry.is(ResetOffered.class));
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var orders = batch.stream().map(MailReader::order).toList();
        var known = people.of(orders.stream().map(Order::person).toList());
        var reachable = orders.stream()
                .filter(o ->
                        known.containsKey(o.person()) && known.get(o.person()).mail() != null)
                .toList();
        return () -> sql.insert(reachable, now);
    }

    private static Order order(Recorded entry) {
        if (entry.is(PersonInvited.class)) {
            var invited = entry.as(PersonInvited.class);
            return new Order(entry.id(), Purpose.INVITATION, invited.personId(), invited.invitationId());
        }
        var offered = entry.as(ResetOffered.class);
        return new Order(entry.id(), Purpose.RESET, offered.personId(), offered.invitationId());
    }
}
