package dev.qiao.channel.mail.imap;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.reach.OutOfBounds;
import dev.qiao.channel.mail.Mailbox;
import dev.qiao.channel.mail.MailboxDraft;
import dev.qiao.channel.mail.Mailboxes;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to boxes that are fetched: how they stand, and whether one could be. */
@Component
public class Imap {
    private final Mailboxes mailboxes;
    private final Signing signing;
    private final PlaceSql places;

    Imap(Mailboxes mailboxes, Signing signing, PlaceSql places) {
        this.mailboxes = mailboxes;
        this.signing = signing;
        this.places = places;
    }

    /**
     * What a try has shown.
     *
     * @param problem message key of what went wrong; null: nothing
     * @param messages that lie there
     */
    public record Tried(@Nullable String problem, String detail, int messages, int unread) {}

    /** Why it did not go. */
    record Failed(String problem, String detail) {
        static Failed of(Exception failure) {
            var said = String.valueOf(failure.getMessage());
            return switch (failure) {
                case OutOfBounds _ -> new Failed("channel.imap_out_of_bounds", "");
                case AuthenticationFailedException _ -> new Failed("channel.imap_sign_in", said);
                case FolderNotFoundException _ -> new Failed("channel.imap_folder", said);
                case Refused refused -> new Failed(refused.problems().getFirst().key(), "");
                default -> new Failed("channel.imap_unreachable", said);
            };
        }
    }

    /** How it was fetched last; empty when it never was. */
    public Optional<Place> place(long mailbox, Me me) {
        me.must(Permission.ADMIN);
        return places.find(mailbox);
    }

    /**
     * Looks once, keeps nothing and marks nothing.
     *
     * @param id of the mailbox whose secret is used when none is given; null: of none
     */
    public Tried attempt(@Nullable Long id, MailboxDraft draft, @Nullable String secret, Me me) {
        me.must(Permission.ADMIN);
        var known =
                secret != null || id == null ? Optional.ofNullable(secret) : mailboxes.secret(mailboxes.find(id, me));
        if (!draft.fetch().wanted() || known.isEmpty()) throw Refused.invalid("secret", "channel.mailbox_no_secret");
        try (var store = signing.open(draft.fetch(), known.get(), next -> renewed(id, next));
                var folder = store.getFolder(draft.fetch().folder())) {
            folder.open(Folder.READ_ONLY);
            return new Tried(null, "", folder.getMessageCount(), folder.getUnreadMessageCount());
        } catch (MessagingException | IOException | RuntimeException failure) {
            var failed = Failed.of(failure);
            return new Tried(failed.problem(), failed.detail(), 0, 0);
        }
    }

    private void renewed(@Nullable Long id, String secret) {
        if (id != null) mailboxes.renew(id, secret);
    }

    Store open(Mailbox box) throws IOException, MessagingException {
        var secret = mailboxes.secret(box).orElseThrow(() -> Refused.invalid("secret", "channel.mailbox_no_secret"));
        return signing.open(box.draft().fetch(), secret, next -> mailboxes.renew(box.id(), next));
    }

    /** Open for marking; where that is not allowed, for reading. */
    static IMAPFolder folder(Store store, String name) throws MessagingException {
        var folder = (IMAPFolder) store.getFolder(name);
        try {
            folder.open(Folder.READ_WRITE);
        } catch (jakarta.mail.ReadOnlyFolderException _) {
            folder.open(Folder.READ_ONLY);
        }
        return folder;
    }
}
