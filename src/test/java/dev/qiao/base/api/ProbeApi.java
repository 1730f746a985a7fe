package dev.qiao.base.api;

import dev.qiao.base.Coded;
import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An address of the API as rooms write them, for the tests of what all share. */
@Needs
@RestController
@RequestMapping("/api/v1/probe")
class ProbeApi {
    enum Colour implements Coded {
        LIGHT_BLUE,
        RED
    }

    record Inner(int depth) {}

    record Note(
            String text,
            int count,
            @Nullable Boolean loud,
            @Nullable Instant at,
            @Nullable Colour colour,
            @Nullable List<String> tags,
            @Nullable Inner inner) {}

    static final AtomicInteger DONE = new AtomicInteger();

    private final Db db;

    ProbeApi(Db db) {
        this.db = db;
    }

    @GetMapping
    Slice<Integer> index(Paging paging) {
        var after = paging.after("probe");
        int first = after == null ? 1 : (int) after.number(0) + 1;
        var rows = java.util.stream.IntStream.rangeClosed(first, 5)
                .limit(paging.limit() + 1L)
                .boxed()
                .toList();
        return Slice.of(rows, paging.limit(), last -> Keyset.of("probe", last));
    }

    @PostMapping
    ResponseEntity<Note> create(@RequestBody Note note) throws InterruptedException {
        if (note.text().equals("refuse")) throw Refused.conflict("base.api.busy");
        if (note.text().equals("fail")) throw new IllegalStateException("secret");
        int number = db.transact(() -> {
            db.sql("insert into base.idempotency (owner, key, request) values (-1, gen_random_uuid()::text, :text)")
                    .bind("text", note.text())
                    .update();
            return DONE.incrementAndGet();
        });
        if (note.text().equals("slow")) Thread.sleep(200);
        return ResponseEntity.status(201)
                .header("Location", "/api/v1/probe/" + number)
                .eTag(Etag.of(1))
                .body(new Note(note.text(), number, note.loud(), note.at(), note.colour(), note.tags(), note.inner()));
    }

    @GetMapping("/{colour}")
    Colour show(@PathVariable Colour colour, @RequestParam(required = false) @Nullable Colour other) {
        return other == null ? colour : other;
    }

    @PatchMapping("/{number}")
    Note update(@PathVariable int number, @RequestBody Patch patch, IfMatch expected) {
        expected.must(3);
        patch.only("text", "count", "colour", "tags");
        return new Note(
                patch.text("text", "old"),
                patch.value("count", Integer.class, number),
                null,
                null,
                patch.valueOrNull("colour", Colour.class, Colour.RED),
                patch.texts("tags", List.of("a")),
                null);
    }
}
