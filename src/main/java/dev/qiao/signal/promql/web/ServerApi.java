package dev.qiao.signal.promql.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.promql.Server;
import dev.qiao.signal.promql.ServerDraft;
import dev.qiao.signal.promql.Servers;
import dev.qiao.signal.source.Pass;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Servers that are asked by PromQL. What they keep is seen by {@code metric=promql:ID:EXPRESSION}, in charts and in rules. */
@Needs(Permission.DESK_CONFIGURE)
@RestController
@RequestMapping("/api/v1/promql-servers")
class ServerApi {
    /**
     * A server as it should be.
     *
     * @param user with a password as the secret; absent: the secret is a token
     * @param secret absent: as it was, unless the address is another
     * @param version that was seen; absent: whatever it is
     */
    record Given(
            @Nullable String name,
            @Nullable String url,
            @Nullable Boolean inside,
            @Nullable String user,
            @Nullable String secret,
            @Nullable Integer version) {
        ServerDraft draft() {
            return new ServerDraft(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(url, ""),
                    Boolean.TRUE.equals(inside));
        }

        Optional<Pass> pass() {
            return Optional.ofNullable(secret).map(said -> new Pass(Objects.requireNonNullElse(user, ""), said));
        }

        @Override
        public String toString() {
            return "given " + name;
        }
    }

    /** @param passed whether the desk shows something to be let in */
    record Shown(long id, String name, String url, boolean inside, boolean passed, int version) {}

    private final Servers servers;
    private final InstantSource clock;

    ServerApi(Servers servers, InstantSource clock) {
        this.servers = servers;
        this.clock = clock;
    }

    /** By name. */
    @GetMapping
    Slice<Shown> index(Me me) {
        return new Slice<>(servers.all(me).stream().map(ServerApi::shown).toList(), null);
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable long id, Me me) {
        return shown(servers.find(id, me));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestBody Given given, Me me) {
        return shown(servers.create(given.draft(), given.pass().orElse(null), me, clock.instant()));
    }

    @PutMapping("/{id}")
    Shown update(@PathVariable long id, @RequestBody Given given, Me me) {
        int seen = given.version() == null ? servers.find(id, me).version() : Objects.requireNonNull(given.version());
        return shown(servers.update(id, seen, given.draft(), given.pass(), me, clock.instant()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long id, Me me) {
        servers.delete(id, me, clock.instant());
    }

    private static Shown shown(Server server) {
        var draft = server.draft();
        return new Shown(server.id(), draft.name(), draft.url(), draft.inside(), server.passed(), server.version());
    }
}
