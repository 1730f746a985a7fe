package dev.qiao.signal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a sender has to be told so that it speaks to us. */
@Component
public class Connecting {
    /**
     * Where to, and with what.
     *
     * @param key null where it is part of the address
     * @param configuration as it is copied into the sender's own file
     */
    public record Way(String url, @Nullable String key, String configuration) {}

    private final Reach reach;

    Connecting(Reach reach) {
        this.reach = reach;
    }

    /** For a source with this key, or with a word in its place once it is no longer known. */
    public Way of(Source source, String key) {
        return switch (source.kind()) {
            case ALERTMANAGER -> {
                var url = reach.of("/in/" + key);
                yield new Way(url, null, """
                        receivers:
                          - name: qiao
                            webhook_configs:
                              - url: %s
                                send_resolved: true
                        """.formatted(url));
            }
        };
    }
}
