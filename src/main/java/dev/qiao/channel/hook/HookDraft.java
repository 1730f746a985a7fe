package dev.qiao.channel.hook;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import java.net.URI;
import java.util.List;

/**
 * A webhook as an administrator describes it.
 *
 * @param url where messages are sent; HTTP in clear is for inside addresses alone
 * @param events which acts it is told of, by {@link HookEvent}
 * @param inside whether addresses of this machine and its link may be called
 */
public record HookDraft(String name, String url, List<String> events, boolean inside, boolean active) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_URL = 500;

    public HookDraft {
        name = name.strip().replaceAll("\\s+", " ");
        url = url.strip();
        events = HookEvent.ALL.stream().filter(events::contains).toList();
    }

    /** Errors: every field that is wrong, at once. */
    HookDraft checked() {
        var wrong = new Objections();
        wrong.read(() -> {
            if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME)
                throw Refused.invalid("name", "channel.hook_name_length", LONGEST_NAME);
            return name;
        });
        wrong.read(() -> address(url, inside));
        wrong.read(() -> {
            if (events.isEmpty()) throw Refused.invalid("events", "channel.hook_no_events");
            return events;
        });
        wrong.raise();
        return this;
    }

    /** Errors: invalid, for what is no address that can be called. */
    public static URI address(String url, boolean inside) {
        if (url.length() > LONGEST_URL) throw Refused.invalid("url", "channel.hook_url_length", LONGEST_URL);
        try {
            var uri = URI.create(url);
            boolean secret = "https".equalsIgnoreCase(uri.getScheme());
            boolean clear = inside && "http".equalsIgnoreCase(uri.getScheme());
            if ((secret || clear) && uri.getHost() != null && uri.getRawUserInfo() == null) return uri;
        } catch (IllegalArgumentException _) {
            throw Refused.invalid("url", "channel.hook_url");
        }
        throw Refused.invalid("url", inside ? "channel.hook_url_inside" : "channel.hook_url");
    }
}
