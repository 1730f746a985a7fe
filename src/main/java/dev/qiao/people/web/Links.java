package dev.qiao.people.web;

import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.people.Invitation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses that are shown or followed. */
@Component
public class Links {
    private final Settings settings;

    Links(Settings settings) {
        this.settings = settings;
    }

    /** The whole address of a one-time link, to be given to somebody by hand. */
    OneTime absolute(Invitation.Open open) {
        return new OneTime(absolute(open.path()), open.invitation());
    }

    /** The whole address of a path of ours. */
    public String absolute(String path) {
        var desk = settings.given(Setting.PUBLIC_URL)
                .orElseGet(() ->
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return desk.replaceAll("/+$", "") + path;
    }

    /** The next rows of a list that is searched by these words. */
    String next(String path, @Nullable String words, Object after) {
        return path + "?after=" + encoded(String.valueOf(after)) + (words == null ? "" : "&q=" + encoded(words));
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
