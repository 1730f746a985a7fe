package dev.qiao.channel.mail.imap;

import dev.qiao.base.Worker;
import dev.qiao.channel.mail.MailRoom;
import dev.qiao.channel.mail.Mailbox;
import dev.qiao.channel.mail.Mailboxes;
import dev.qiao.channel.mail.imap.Imap.Failed;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Looks into every box that is fetched, each on a thread of its own, so that one that hangs holds up no other; of several nodes one looks
 * into a box. It waits there for the server to say that something came, and looks by itself now and then.
 */
@Component
class ImapWorker implements Worker, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ImapWorker.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(60);

    private final Mailboxes mailboxes;
    private final Imap imap;
    private final PlaceSql places;
    private final MailRoom room;
    private final InstantSource clock;
    private final Map<Long, IMAPFolder> open = new ConcurrentHashMap<>();
    private final Map<Long, Integer> running = new ConcurrentHashMap<>();
    private final Rest rest = new Rest(Duration.ofSeconds(2));
    private volatile boolean closing;

    ImapWorker(Mailboxes mailboxes, Imap imap, PlaceSql places, MailRoom room, InstantSource clock) {
        this.mailboxes = mailboxes;
        this.imap = imap;
        this.places = places;
        this.room = room;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "channel.imap";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        rest.begin(now);
        int begun = 0;
        for (var box : mailboxes.fetched()) {
            if (running.containsKey(box.id()) || !places.lease(box.id(), now.plus(LEASE), now)) continue;
            running.put(box.id(), box.version());
            Thread.ofVirtual().name("imap " + box.id()).start(() -> run(box));
            begun++;
        }
        return begun;
    }

    private void run(Mailbox box) {
        try {
            look(box);
            places.release(box.id());
        } catch (MessagingException | IOException | RuntimeException failure) {
            if (closing) return;
            LOG.warn("box {} cannot be fetched", box.id(), failure);
            aside(box, Failed.of(failure));
        } finally {
            open.remove(box.id());
            running.remove(box.id());
        }
    }

    private void aside(Mailbox box, Failed failed) {
        try {
            places.failed(
                    box.id(), failed.problem(), failed.detail(), clock.instant().plus(AGAIN));
        } catch (RuntimeException failure) {
            LOG.warn("nobody could write down how box {} stands", box.id(), failure);
        }
    }

    private void look(Mailbox box) throws MessagingException, IOException {
        try (var store = imap.open(box)) {
            var folder = Imap.folder(store, box.draft().fetch().folder());
            open.put(box.id(), folder);
            try (folder) {
                while (!closing && current(box)) {
                    new ImapBox(box, folder, room, places).fetch(clock.instant());
                    places.well(box.id(), clock.instant().plus(LEASE), clock.instant());
                    await(folder);
                }
            }
        }
    }

    private boolean current(Mailbox box) {
        return mailboxes.fetched().stream().anyMatch(now -> now.id() == box.id() && now.version() == box.version());
    }

    /** Until something came, or it is time to look. */
    private static void await(IMAPFolder folder) throws MessagingException {
        var watch = Thread.ofVirtual().name("imap look").start(() -> {
            try {
                Thread.sleep(LOOK);
                // Any command ends the waiting.
                folder.isOpen();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            folder.idle(true);
        } catch (MessagingException e) {
            if (!folder.isOpen()) throw e;
            pause();
        } finally {
            watch.interrupt();
        }
    }

    /** Of a server that does not tell by itself. */
    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        closing = true;
        open.values().forEach(folder -> {
            try {
                folder.forceClose();
            } catch (MessagingException e) {
                LOG.debug("a folder was closed already", e);
            }
        });
    }
}
