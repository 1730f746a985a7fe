package dev.qiao.channel.mail.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.channel.mail.Mailbox;
import dev.qiao.channel.mail.MailboxDraft;
import dev.qiao.channel.mail.MailboxDraft.Access;
import dev.qiao.channel.mail.MailboxDraft.Fetch;
import dev.qiao.channel.mail.MailboxDraft.Opens;
import dev.qiao.channel.mail.MailboxDraft.Security;
import dev.qiao.channel.mail.imap.Grant;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Level;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a mailbox holds, as it was typed.
 *
 * @param domains one a line
 * @param secret a password, or the secret of the client of OAuth2; empty: as it was
 * @param refresh of OAuth2; empty: as it was
 * @param seen the version that was read; null for a new one
 */
public record MailboxForm(
        String name,
        String address,
        @Nullable Boolean active,
        String kind,
        String impact,
        String urgency,
        @Nullable Long category,
        @Nullable Long service,
        @Nullable Long organization,
        @Nullable Boolean strangers,
        String domains,
        String host,
        String port,
        String security,
        String login,
        String folder,
        String access,
        String tokenUrl,
        String clientId,
        @Nullable Boolean inside,
        String secret,
        String refresh,
        @Nullable Integer seen) {
    /** A field that did not come is empty. */
    public MailboxForm {
        name = said(name);
        address = said(address);
        kind = said(kind);
        impact = said(impact);
        urgency = said(urgency);
        domains = said(domains);
        host = said(host);
        port = said(port);
        security = said(security);
        login = said(login);
        folder = said(folder);
        access = said(access);
        tokenUrl = said(tokenUrl);
        clientId = said(clientId);
        secret = said(secret);
        refresh = said(refresh);
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    static MailboxForm empty() {
        return of(new MailboxDraft("", "", true, Opens.USUAL, Fetch.NONE), null);
    }

    static MailboxForm of(Mailbox box) {
        return of(box.draft(), box.version());
    }

    private static MailboxForm of(MailboxDraft draft, @Nullable Integer seen) {
        var opens = draft.opens();
        var fetch = draft.fetch();
        return new MailboxForm(
                draft.name(),
                draft.address(),
                draft.active(),
                opens.kind().code(),
                opens.impact().code(),
                opens.urgency().code(),
                opens.category(),
                opens.service(),
                opens.organization(),
                opens.strangers(),
                String.join("\n", opens.domains()),
                fetch.host(),
                Integer.toString(fetch.port()),
                fetch.security().code(),
                fetch.login(),
                fetch.folder(),
                fetch.access().code(),
                fetch.tokenUrl(),
                fetch.clientId(),
                fetch.inside(),
                "",
                "",
                seen);
    }

    /** The same with these secrets. */
    MailboxForm with(String secretSaid, String refreshSaid) {
        return new MailboxForm(
                name,
                address,
                active,
                kind,
                impact,
                urgency,
                category,
                service,
                organization,
                strangers,
                domains,
                host,
                port,
                security,
                login,
                folder,
                access,
                tokenUrl,
                clientId,
                inside,
                secretSaid,
                refreshSaid,
                seen);
    }

    /** Errors: invalid, for a word that is unknown or a number that is none. */
    MailboxDraft draft() {
        return new MailboxDraft(name, address, Boolean.TRUE.equals(active), opens(), fetch());
    }

    private Opens opens() {
        return new Opens(
                kind.isEmpty() ? Kind.INCIDENT : Coded.of(Kind.class, "kind", kind),
                impact.isEmpty() ? Level.MEDIUM : Coded.of(Level.class, "impact", impact),
                urgency.isEmpty() ? Level.MEDIUM : Coded.of(Level.class, "urgency", urgency),
                category,
                service,
                organization,
                Boolean.TRUE.equals(strangers),
                domains.isEmpty()
                        ? List.of()
                        : domains.lines()
                                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                                .filter(line -> !line.isEmpty())
                                .toList());
    }

    private Fetch fetch() {
        var usual = Fetch.NONE;
        return new Fetch(
                host,
                port.isEmpty() ? usual.port() : whole(port),
                security.isEmpty() ? usual.security() : Coded.of(Security.class, "security", security),
                login,
                folder.isEmpty() ? usual.folder() : folder,
                access.isEmpty() ? usual.access() : Coded.of(Access.class, "access", access),
                tokenUrl,
                clientId,
                Boolean.TRUE.equals(inside));
    }

    /** Null: as it was. */
    @Nullable
    String kept() {
        if (!access.equals(Access.OAUTH2.code())) return secret.isEmpty() ? null : secret;
        return refresh.isEmpty() ? null : Grant.stored(secret, refresh);
    }

    private static int whole(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException _) {
            throw Refused.invalid("port", "channel.mailbox_port");
        }
    }

    public @Nullable String text(@Nullable Object given) {
        return given == null ? null : given.toString();
    }
}
