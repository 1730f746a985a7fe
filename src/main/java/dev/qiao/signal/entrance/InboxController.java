package dev.qiao.signal.entrance;

import dev.qiao.base.web.Open;
import dev.qiao.signal.Inbox;
import dev.qiao.signal.source.Sender;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where senders that know one address hand in what they have to say; the key is the end of it. */
@Hidden
@Open
@RestController
class InboxController {
    private static final byte[] NOTHING = {};

    private final Entrance entrance;
    private final Inbox inbox;
    private final InstantSource clock;

    InboxController(Entrance entrance, Inbox inbox, InstantSource clock) {
        this.entrance = entrance;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Answers when the message is durable, whatever is in it: who cannot be understood is not asked to say it again. */
    @PostMapping("/in/{key}")
    Map<String, Object> create(@PathVariable String key, HttpServletRequest request) {
        var source = entrance.source(key);
        var body = Entrance.body(request);
        entrance.mustBeSigned(source, request, body);
        return kept(inbox.take(source, "", Entrance.headers(request), body, clock.instant()));
    }

    /** A heartbeat may come as the plainest request there is. */
    @GetMapping("/in/{key}")
    ResponseEntity<Map<String, Object>> show(@PathVariable String key) {
        var source = entrance.source(key);
        if (source.kind() != Sender.HEARTBEAT)
            return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                    .allow(HttpMethod.POST)
                    .build();
        return ResponseEntity.ok(kept(inbox.take(source, "", Map.of(), NOTHING, clock.instant())));
    }

    private static Map<String, Object> kept(long message) {
        return Map.of("status", "kept", "message", message);
    }
}
