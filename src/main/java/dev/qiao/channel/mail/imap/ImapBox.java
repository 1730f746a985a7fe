package dev.qiao.channel.mail.imap;

import dev.qiao.base.Refused.Problem;
import dev.qiao.channel.mail.Mail;
import dev.qiao.channel.mail.MailRoom;
import dev.qiao.channel.mail.MailRoom.Arrival;
import dev.qiao.channel.mail.MailRoom.Uid;
import dev.qiao.channel.mail.Mailbox;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** One look into an open folder: what is new there is kept, and after that marked as seen. */
record ImapBox(Mailbox box, IMAPFolder folder, MailRoom room, PlaceSql places) {
    private record Numbered(Message message, long uid) {}

    /** Returns how many were kept. */
    int fetch(Instant now) throws MessagingException, IOException {
        long validity = folder.getUIDValidity();
        var place = places.find(box.id()).orElseThrow();
        boolean goesOn = place.validity() != null && place.validity() == validity;
        long next = folder.getUIDNext();
        int kept = 0;
        for (var one : wanted(place, validity)) {
            keep(one, validity, now);
            if (goesOn) places.reached(box.id(), validity, one.uid());
            kept++;
        }
        // Where numbers mean something new, that is known when all of it is kept.
        if (!goesOn) places.reached(box.id(), validity, Math.max(0, next - 1));
        return kept;
    }

    /**
     * The first time what nobody has read; from then on whatever came after the last one. Numbers of another validity say nothing: then
     * all that came since we look there, of which what is kept already is not kept again.
     */
    private List<Numbered> wanted(Place place, long validity) throws MessagingException {
        Message[] found;
        if (place.validity() == null) found = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        else if (place.validity() == validity) found = folder.getMessagesByUID(place.lastUid() + 1, UIDFolder.LASTUID);
        else
            found = folder.search(new ReceivedDateTerm(
                    ReceivedDateTerm.GE, Date.from(place.begunAt().minus(Duration.ofDays(1)))));
        var numbered = new ArrayList<Numbered>();
        for (var message : Arrays.asList(found)) {
            if (message == null) continue;
            long uid = folder.getUID(message);
            // A server gives its last message for a number beyond it.
            if (place.validity() == null || place.validity() != validity || uid > place.lastUid())
                numbered.add(new Numbered(message, uid));
        }
        numbered.sort(Comparator.comparingLong(Numbered::uid));
        return numbered;
    }

    private void keep(Numbered one, long validity, Instant now) throws MessagingException, IOException {
        var uid = new Uid(validity, one.uid());
        if (one.message().getSize() > Mail.LARGEST) {
            var head = new Arrival(box.id(), header(one.message()), Mail.Way.IMAP, null, List.of(), uid);
            room.aside(head, new Problem(null, "channel.mail_too_large", List.of(Mail.LARGEST >> 20)), now);
        } else {
            var raw = new ByteArrayOutputStream(Math.max(1_024, one.message().getSize()));
            one.message().writeTo(raw);
            room.take(new Arrival(box.id(), raw.toByteArray(), Mail.Way.IMAP, null, List.of(), uid), now);
        }
        if (folder.getMode() == Folder.READ_WRITE) one.message().setFlag(Flags.Flag.SEEN, true);
    }

    private static byte[] header(Message message) throws MessagingException {
        var head = new StringBuilder();
        for (Header line : Collections.list(message.getAllHeaders()))
            head.append(line.getName()).append(": ").append(line.getValue()).append("\r\n");
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
