package dev.qiao.channel.mail;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.Organizations;
import dev.qiao.people.Safe;
import dev.qiao.ticket.Categories;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The door to mailboxes. Looking and changing need {@link Permission#ADMIN}. */
@Component
public class Mailboxes {
    /** How the journal calls a mailbox. */
    public static final String KIND = "channel.mailbox";

    static final int MOST = 200;
    private static final String SECRET = "channel.mailbox";

    private final Db db;
    private final MailboxSql sql;
    private final Safe safe;
    private final Services services;
    private final Categories categories;
    private final Organizations organizations;
    private final Journal journal;
    private final Workers workers;

    Mailboxes(
            Db db,
            MailboxSql sql,
            Safe safe,
            Services services,
            Categories categories,
            Organizations organizations,
            Journal journal,
            Workers workers) {
        this.db = db;
        this.sql = sql;
        this.safe = safe;
        this.services = services;
        this.categories = categories;
        this.organizations = organizations;
        this.journal = journal;
        this.workers = workers;
    }

    /** In the order in which they were made. */
    public List<Mailbox> all(Me me) {
        me.must(Permission.ADMIN);
        return sql.all(MOST);
    }

    /** Errors: not found, also for who may not see it. */
    public Mailbox find(long id, Me me) {
        if (!me.may(Permission.ADMIN)) throw unknown();
        return sql.find(id).orElseThrow(Mailboxes::unknown);
    }

    /** The one that is written to under this address, perhaps with something behind a plus sign. */
    public Optional<Mailbox> to(Collection<String> addresses) {
        var plain = addresses.stream().map(Mailboxes::plain).distinct().toList();
        return sql.of(plain).stream().filter(box -> box.draft().active()).findFirst();
    }

    /** Whether this is an address of ours. */
    public boolean ours(String address) {
        return !sql.of(List.of(plain(address))).isEmpty();
    }

    static String plain(String address) {
        return address.strip().toLowerCase(java.util.Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    }

    /** What it signs in with where it is fetched, for who fetches. */
    public Optional<String> secret(Mailbox box) {
        return sql.secret(box.id())
                .map(closed -> new String(safe.open(SECRET, box.id(), closed), StandardCharsets.UTF_8));
    }

    /**
     * Errors: invalid, naming the fields.
     *
     * @param secret what it signs in with; null: nothing
     */
    public Mailbox create(MailboxDraft draft, @Nullable String secret, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var checked = checked(draft);
        return changing(() -> {
            if (sql.all(MOST).size() >= MOST) throw Refused.conflict("channel.mailboxes_many", MOST);
            long id = sql.insert(checked);
            keep(id, secret);
            tell(id, 1, null, checked, me, now);
            return find(id, me);
        });
    }

    /**
     * Errors: invalid; stale.
     *
     * @param secret null: the one that it has
     */
    public Mailbox update(long id, int seen, MailboxDraft draft, @Nullable String secret, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var checked = checked(draft);
        return changing(() -> {
            var before = find(id, me);
            if (!sql.update(id, seen, checked)) throw Refused.stale("channel.mailbox_stale");
            keep(id, secret);
            tell(id, seen + 1, before.draft(), checked, me, now);
            return find(id, me);
        });
    }

    /** Errors: not found; conflict when mail came there: then it can only be switched off. */
    public void delete(long id, Me me, Instant now) {
        me.must(Permission.ADMIN);
        changing(() -> {
            var before = find(id, me);
            if (sql.used(id)) throw Refused.conflict("channel.mailbox_used");
            sql.delete(id);
            tell(id, before.version() + 1, before.draft(), null, me, now);
            return before;
        });
    }

    /** One that was deleted; what it signed in with is gone. Errors: stale when there is one. */
    void restore(long id, MailboxDraft draft, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var checked = checked(draft);
        changing(() -> {
            if (!sql.insert(id, checked)) throw Refused.stale("channel.mailbox_stale");
            tell(id, 1, null, checked, me, now);
            return find(id, me);
        });
    }

    /** Those that are fetched by IMAP, for who fetches. */
    public List<Mailbox> fetched() {
        return sql.all(MOST).stream()
                .filter(box -> box.draft().active() && box.draft().fetch().wanted() && box.secret())
                .toList();
    }

    /** The server gave out another way to sign in, and the one before is void. */
    public void renew(long id, String secret) {
        keep(id, secret);
    }

    private void keep(long id, @Nullable String secret) {
        if (secret != null && !secret.isBlank())
            sql.secret(id, safe.close(SECRET, id, secret.strip().getBytes(StandardCharsets.UTF_8)));
    }

    /** The organization that a domain names, by its code. */
    static Optional<String> organization(MailboxDraft draft, String domain) {
        return draft.opens().domains().stream()
                .map(line -> line.split("\\s*=\\s*", 2))
                .filter(pair -> pair[0].equals(domain) || domain.endsWith("." + pair[0]))
                .map(pair -> pair[1])
                .findFirst();
    }

    private MailboxDraft checked(MailboxDraft draft) {
        var checked = draft.checked();
        var opens = checked.opens();
        if (opens.service() != null
                && services.find(opens.service()).filter(Service::active).isEmpty())
            throw Refused.invalid("service", "ticket.no_service", opens.service());
        if (opens.category() != null
                && categories
                        .find(opens.category())
                        .filter(Categories.Category::active)
                        .isEmpty()) throw Refused.invalid("category", "ticket.no_category", opens.category());
        if (opens.organization() != null
                && organizations.find(opens.organization()).isEmpty())
            throw Refused.invalid("organization", "ticket.no_organization");
        for (var line : opens.domains()) {
            var code = line.split("\\s*=\\s*", 2)[1];
            if (organizations.byCode(code).isEmpty())
                throw Refused.invalid("domains", "channel.mailbox_domain_code", code);
        }
        return checked;
    }

    private Mailbox changing(Supplier<Mailbox> change) {
        try {
            var changed = db.transact(change);
            workers.wake();
            return changed;
        } catch (DuplicateKeyException _) {
            throw Refused.invalid("address", "channel.mailbox_taken");
        }
    }

    private void tell(
            long id, int version, @Nullable MailboxDraft before, @Nullable MailboxDraft after, Me me, Instant now) {
        var facts = Configured.of(KIND, Long.toString(id), before, after);
        journal.write(new Entry(now, me.origin(), KIND, id, version, me.id(), Audience.ADMIN, facts));
    }

    private static Refused unknown() {
        return Refused.notFound("channel.no_mailbox");
    }
}
