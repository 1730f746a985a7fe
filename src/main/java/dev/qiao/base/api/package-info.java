/**
 * What every JSON address under {@code /api/v1} shares: strict reading, problems (RFC 9457), keyset pages, ETags, merge patches,
 * idempotency keys, limits, and the description of it all.
 *
 * <pre>
 * A controller of the API is a &#64;RestController whose handlers may take
 *   Paging paging      limit and cursor of the query
 *   IfMatch expected   expected.must(ticket.version())
 *   Patch patch        as the body of a PATCH: patch.text("title", current.title())
 * and answer
 *   Slice&lt;T&gt;           {"items": […], "next": …}, made by Slice.of(rows, limit, lastRow -> Keyset.of("tickets", …))
 *   Etag.of(version)   as the header of ResponseEntity.ok().eTag(…)
 * It refuses by throwing {@link dev.qiao.base.Refused} and handles no error itself. Codes go in and out through
 * {@link dev.qiao.base.Coded}, moments are {@link java.time.Instant}. Idempotency keys need nothing, except where a handler waits for
 * a {@link dev.qiao.base.Batcher}: it is marked {@link dev.qiao.base.api.Batched}, see {@link dev.qiao.base.api.Idempotency}.
 * </pre>
 */
@NullMarked
@NamedInterface("api")
package dev.qiao.base.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
