package dev.qiao.signal.web;

import dev.qiao.base.web.Open;
import dev.qiao.signal.Inbox;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where senders that know one address hand in what they have to say; the key is the end of it. */
@Hidden
@Open
@RestController
class InboxController {
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
        long message = inbox.take(source, "", Entrance.headers(request), Entrance.body(request), clock.instant());
        return Map.of("status", "kept", "message", message);
    }
}
