package dev.qiao.channel.mail;

import dev.qiao.base.Coded;
import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Level;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A mailbox as an administrator describes it. */
public record MailboxDraft(String name, String address, boolean active, Opens opens, Fetch fetch) {
    /**
     * What a mail there opens.
     *
     * @param organization of senders whom nobody knows yet and whose domain says nothing
     * @param strangers whether a sender whom nobody knows may open a ticket
     * @param domains such as {@code example.com = acme}: what stands behind the @, and the code of an organization
     */
    public record Opens(
            Kind kind,
            Level impact,
            Level urgency,
            @Nullable Long category,
            @Nullable Long service,
            @Nullable Long organization,
            boolean strangers,
            List<String> domains) {
        public static final Opens USUAL =
                new Opens(Kind.INCIDENT, Level.MEDIUM, Level.MEDIUM, null, null, null, false, List.of());
    }

    /**
     * How it is fetched by IMAP.
     *
     * @param host empty: it is not, and mail comes by SMTP
     * @param tokenUrl where OAuth2 gives out access tokens
     * @param inside whether the server may be this machine or one with a link-local address
     */
    public record Fetch(
            String host,
            int port,
            Security security,
            String login,
            String folder,
            Access access,
            String tokenUrl,
            String clientId,
            boolean inside) {
        public static final Fetch NONE = new Fetch("", 993, Security.TLS, "", "INBOX", Access.PASSWORD, "", "", false);

        public boolean wanted() {
            return !host.isEmpty();
        }
    }

    /** How the way to an IMAP server is closed. */
    public enum Security implements Coded {
        TLS,
        STARTTLS,
        PLAIN
    }

    /** With what one signs in there. */
    public enum Access implements Coded {
        PASSWORD,
        OAUTH2
    }

    private static final int LONGEST = 200;
    private static final int MOST_DOMAINS = 200;
    private static final String ADDRESS = "[^@\\s,;<>()\"+]{1,64}@[a-z0-9.-]{1,180}";
    private static final String DOMAIN = "[a-z0-9.-]{1,180}\\s*=\\s*[\\w.-]{1,60}";

    public MailboxDraft {
        name = name.strip().replaceAll("\\s+", " ");
        address = address.strip().toLowerCase(Locale.ROOT);
    }

    /** Errors: every field that is wrong, at once. */
    MailboxDraft checked() {
        var wrong = new Objections();
        wrong.read(() -> length("name", name, 1, 80));
        wrong.read(() -> must(address.matches(ADDRESS), "address", "channel.mailbox_address"));
        wrong.read(
                () -> must(opens.domains().size() <= MOST_DOMAINS, "domains", "channel.mailbox_domains", MOST_DOMAINS));
        opens.domains()
                .forEach(line ->
                        wrong.read(() -> must(line.matches(DOMAIN), "domains", "channel.mailbox_domain", line)));
        if (fetch.wanted()) {
            wrong.read(() -> must(fetch.host().matches("[\\w.:-]{1,200}"), "host", "channel.mailbox_host"));
            wrong.read(() -> must(fetch.port() > 0 && fetch.port() < 65_536, "port", "channel.mailbox_port"));
            wrong.read(() -> length("login", fetch.login(), 1, LONGEST));
            wrong.read(() -> length("folder", fetch.folder(), 1, LONGEST));
            if (fetch.access() == Access.OAUTH2) {
                wrong.read(() ->
                        must(fetch.tokenUrl().matches("https?://\\S{1,500}"), "tokenUrl", "channel.mailbox_token_url"));
                wrong.read(() -> length("clientId", fetch.clientId(), 1, LONGEST));
            }
        }
        wrong.raise();
        return this;
    }

    private static String length(String field, String text, int least, int most) {
        if (text.length() < least || text.length() > most || text.chars().anyMatch(Character::isISOControl))
            throw Refused.invalid(field, "channel.mailbox_length", least, most);
        return text;
    }

    private static boolean must(boolean well, String field, String key, Object... arguments) {
        if (!well) throw Refused.invalid(field, key, arguments);
        return true;
    }
}
