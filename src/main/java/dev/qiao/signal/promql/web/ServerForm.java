package dev.qiao.signal.promql.web;

import dev.qiao.signal.promql.Server;
import dev.qiao.signal.promql.ServerDraft;
import dev.qiao.signal.source.Pass;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a server holds.
 *
 * @param user with a password as the secret; empty: the secret is a token
 * @param secret empty: as it was
 * @param seen the version that was read; null for a new one
 */
public record ServerForm(
        String name,
        String url,
        String user,
        String secret,
        @Nullable Boolean inside,
        @Nullable Integer seen) {
    /** A field that did not come is empty. */
    public ServerForm {
        name = Objects.requireNonNullElse(name, "");
        url = Objects.requireNonNullElse(url, "");
        user = Objects.requireNonNullElse(user, "").strip();
        secret = Objects.requireNonNullElse(secret, "");
    }

    static ServerForm empty() {
        return new ServerForm("", "http://", "", "", false, null);
    }

    static ServerForm of(Server server) {
        var draft = server.draft();
        return new ServerForm(draft.name(), draft.url(), "", "", draft.inside(), server.version());
    }

    ServerDraft draft() {
        return new ServerDraft(name, url, Boolean.TRUE.equals(inside));
    }

    Optional<Pass> pass() {
        return secret.isEmpty() ? Optional.empty() : Optional.of(new Pass(user, secret));
    }

    @Override
    public String toString() {
        return "server form " + name;
    }
}
