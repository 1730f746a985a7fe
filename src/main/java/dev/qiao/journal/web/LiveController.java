package dev.qiao.journal.web;

import dev.qiao.base.Json;
import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Visitor;
import dev.qiao.journal.Happened;
import dev.qiao.journal.Live;
import dev.qiao.journal.LiveStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Server-sent events, for as long as the session lasts. An event is {@code {"kind","id","entry"}}; {@code {"back":true}} says that more
 * happened than can be told, so that the page should look at everything again.
 */
@Needs
@Controller
class LiveController {
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final long HEARTBEAT = Duration.ofSeconds(12).toNanos();
    private static final String BACK = "data: {\"back\":true}\n\n";

    private final Live live;

    LiveController(Live live) {
        this.live = live;
    }

    /** Runs on the virtual thread of its request, which waits here and costs nothing. */
    @GetMapping("/live")
    void show(Me me, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (var stream = live.open(me)) {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            follow(stream, Visitor.again(request), response.getWriter());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(LiveStream stream, Supplier<Optional<Me>> who, PrintWriter out) throws InterruptedException {
        out.write("retry: 2000\n\n");
        out.flush();
        var me = who.get();
        long looked = System.nanoTime();
        long spoke = looked;
        while (!out.checkError() && !stream.ended()) {
            var news = stream.next(LOOK);
            long now = System.nanoTime();
            if (now - looked > LOOK.toNanos() || !news.isEmpty()) {
                me = who.get();
                looked = now;
            }
            if (me.isEmpty()) return;
            var text = new StringBuilder(stream.missed() ? BACK : "");
            for (var each : live.sightOf(news, me.get())) text.append(event(each));
            if (text.isEmpty() && now - spoke > HEARTBEAT) text.append(":\n\n");
            if (text.isEmpty()) continue;
            out.write(text.toString());
            out.flush();
            spoke = now;
        }
    }

    private static String event(Happened happened) {
        return "data: " + Json.of(LiveEvent.of(happened)).text() + "\n\n";
    }
}
