package dev.qiao.base.api;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Remembers, for 48 hours, what was answered to a POST with an {@code Idempotency-Key}: the same key and body have the same answer,
 * and are done once. Key, act and answer stand in one transaction, so that a kill leaves all or nothing. A refusal is not kept:
 * nothing has happened, so it may be tried again.
 */
@Component
public class Idempotency {
    private static final String ATTRIBUTE = Idempotency.class.getName();

    /**
     * A key as somebody used it.
     *
     * @param request digest of method, address and body
     */
    public record Key(long owner, String key, String request) {
        /** An id for what the request makes, the same each time: a unique column on it does the thing once, also when the key is forgotten. */
        public UUID draft() {
            return UUID.nameUUIDFromBytes((owner + "\n" + key + "\n" + request).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What was sent by a form that was drawn with this id, the same each time; null for a form without one. */
    public static @Nullable Key form(Me me, @Nullable UUID id, @Nullable Object... sent) {
        if (id == null) return null;
        var said = Arrays.toString(sent).getBytes(StandardCharsets.UTF_8);
        return new Key(me.id(), "form " + id + " " + UUID.nameUUIDFromBytes(said), "");
    }

    /** What was answered. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Answer(
            int status, @Nullable String location, @Nullable String etag, String type, byte[] body) {

        public static Answer json(int status, @Nullable String location, @Nullable String etag, byte[] body) {
            return new Answer(status, location, etag, MediaType.APPLICATION_JSON_VALUE, body);
        }

        public ResponseEntity<byte[]> entity() {
            var entity = ResponseEntity.status(status).header(HttpHeaders.CONTENT_TYPE, type);
            if (location != null) entity.header(HttpHeaders.LOCATION, location);
            if (etag != null) entity.header(HttpHeaders.ETAG, etag);
            return entity.body(body);
        }
    }

    private final Db db;

    Idempotency(Db db) {
        this.db = db;
    }

    /** The key of a request to a {@link Batched} handler, if it has one. */
    public static Optional<Key> of(HttpServletRequest request) {
        return Optional.ofNullable((Key) request.getAttribute(ATTRIBUTE));
    }

    static void attach(HttpServletRequest request, Key key) {
        request.setAttribute(ATTRIBUTE, key);
    }

    /** Whether {@link #once} has done it. */
    public boolean done(@Nullable Key form) {
        return form != null
                && db.sql("select 1 from base.idempotency where owner = :owner and key = :key")
                        .bind("owner", form.owner())
                        .bind("key", form.key())
                        .optional(_ -> true)
                        .isPresent();
    }

    /** Does what a form asks for, unless it was done before: when it is sent again because its answer was lost. */
    public void once(@Nullable Key form, Runnable act) {
        db.transact(() -> {
            if (form == null || claimed(form)) act.run();
        });
    }

    boolean claimed(Key key) {
        try {
            return claim(key);
        } catch (CannotAcquireLockException | QueryTimeoutException _) {
            throw Refused.conflict("base.api.key_in_use");
        }
    }

    /** False when it was used before; waits for somebody who is using it right now. */
    private boolean claim(Key key) {
        return db.sql("""
                insert into base.idempotency (owner, key, request) values (:owner, :key, :request) on conflict do nothing
                """)
                        .bind("owner", key.owner())
                        .bind("key", key.key())
                        .bind("request", key.request())
                        .update()
                == 1;
    }

    void answered(Key key, Answer answer) {
        db.sql("""
                update base.idempotency set status = :status, location = :location, etag = :etag, type = :type, body = :body
                where owner = :owner and key = :key
                """)
                .bind("owner", key.owner())
                .bind("key", key.key())
                .bind("status", answer.status())
                .bind("location", answer.location())
                .bind("etag", answer.etag())
                .bind("type", answer.type())
                .bind("body", answer.body())
                .updateOne();
    }

    /** The answers that are known. Errors: invalid, when a key was used for another request. */
    public Map<Key, Answer> stored(Collection<Key> keys) {
        var found = new HashMap<Key, Answer>();
        for (var key : keys) {
            db.sql("""
                    select request, status, location, etag, type, body from base.idempotency
                    where owner = :owner and key = :key and status is not null
                    """)
                    .bind("owner", key.owner())
                    .bind("key", key.key())
                    .optional(row -> answer(row, key))
                    .ifPresent(answer -> found.put(key, answer));
        }
        return found;
    }

    private static Answer answer(Row row, Key key) {
        if (!row.text("request").equals(key.request())) throw Refused.invalid("Idempotency-Key", "base.api.key_used");
        return new Answer(
                row.integer("status"),
                row.textOrNull("location"),
                row.textOrNull("etag"),
                row.text("type"),
                row.bytes("body"));
    }

    /** Keeps answers in the transaction of the batch that did the work. */
    public void keep(Map<Key, Answer> answers) {
        if (answers.isEmpty()) return;
        List<Map.Entry<Key, Answer>> rows = new ArrayList<>(answers.entrySet());
        db.sql("""
                insert into base.idempotency (owner, key, request, status, location, etag, type, body)
                select owner, key, request, status, location, etag, type, decode(body, 'hex') from unnest(
                    :owner::bigint[], :key::text[], :request::text[], :status::integer[], :location::text[],
                    :etag::text[], :type::text[], :body::text[])
                    as row (owner, key, request, status, location, etag, type, body)
                """)
                .bind("owner", column(rows, r -> r.getKey().owner()))
                .bind("key", column(rows, r -> r.getKey().key()))
                .bind("request", column(rows, r -> r.getKey().request()))
                .bind("status", column(rows, r -> r.getValue().status()))
                .bind("location", column(rows, r -> r.getValue().location()))
                .bind("etag", column(rows, r -> r.getValue().etag()))
                .bind("type", column(rows, r -> r.getValue().type()))
                .bind(
                        "body",
                        column(rows, r -> HexFormat.of().formatHex(r.getValue().body())))
                .update();
    }
}
