package dev.qiao.channel.mail.imap;

import dev.qiao.base.Json;
import dev.qiao.base.reach.Call;
import dev.qiao.base.reach.Caller;
import dev.qiao.base.reach.Fence;
import dev.qiao.channel.mail.MailboxDraft.Access;
import dev.qiao.channel.mail.MailboxDraft.Fetch;
import dev.qiao.channel.mail.MailboxDraft.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Signs in to IMAP servers: with a password, or with a token of OAuth2 that is fetched for each time. */
@Component
class Signing {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MILLIS = "30000";

    private final Caller caller;

    Signing(Caller caller) {
        this.caller = caller;
    }

    /**
     * An open store.
     *
     * @param renewed is given what to keep from now on, where the server gave out another refresh token
     */
    Store open(Fetch fetch, String secret, Consumer<String> renewed) throws IOException, MessagingException {
        Fence.address(fetch.host(), fetch.inside(), PATIENCE);
        var protocol = fetch.security() == Security.TLS ? "imaps" : "imap";
        var store =
                Session.getInstance(properties(fetch, "mail." + protocol + ".")).getStore(protocol);
        var password = fetch.access() == Access.OAUTH2 ? token(fetch, secret, renewed) : secret;
        store.connect(fetch.host(), fetch.port(), fetch.login(), password);
        return store;
    }

    private static Properties properties(Fetch fetch, String prefix) {
        var properties = new Properties();
        properties.put(prefix + "connectiontimeout", MILLIS);
        properties.put(prefix + "timeout", MILLIS);
        properties.put(prefix + "writetimeout", MILLIS);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", String.valueOf(fetch.security() == Security.STARTTLS));
        properties.put(prefix + "peek", "true");
        if (fetch.access() == Access.OAUTH2) properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        return properties;
    }

    private String token(Fetch fetch, String secret, Consumer<String> renewed) throws IOException, MessagingException {
        var grant = Grant.read(secret);
        var form = "grant_type=refresh_token&client_id=" + coded(fetch.clientId()) + "&refresh_token="
                + coded(grant.refresh()) + (grant.secret().isEmpty() ? "" : "&client_secret=" + coded(grant.secret()));
        var answer = caller.call(Call.post(
                URI.create(fetch.tokenUrl()),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                form.getBytes(StandardCharsets.UTF_8),
                fetch.inside(),
                PATIENCE));
        if (!answer.good()) throw new AuthenticationFailedException("OAuth2: " + answer.status());
        var said = new Json(answer.text()).node();
        var next = said.path("refresh_token").asString("");
        if (!next.isEmpty() && !next.equals(grant.refresh())) renewed.accept(Grant.stored(grant.secret(), next));
        return Optional.of(said.path("access_token").asString(""))
                .filter(token -> !token.isEmpty())
                .orElseThrow(() -> new AuthenticationFailedException("OAuth2: no access_token"));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
