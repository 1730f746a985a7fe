package dev.qiao.people.door;

import dev.qiao.base.Coded;
import dev.qiao.base.Look;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands on one's own page, for the command palette. */
@Configuration(proxyBeanMethods = false)
class MyPages {
    private static final String APPEARANCE = "/me#appearance";
    private static final String READING = "/me#reading";

    @Bean
    Shelf mine() {
        return new Shelf(290, "base.palette.me", "user", _ -> true, MyPages::things);
    }

    private static Stream<Thing> things(Page page) {
        var look = Stream.of(
                        choices("theme", Look.Theme.values(), page),
                        choices("size", Look.Size.values(), page),
                        choices("motion", Look.Motion.values(), page))
                .flatMap(all -> all);
        var rest = Stream.of(
                new Thing(page.t("base.keys"), null, APPEARANCE),
                new Thing(page.t("people.reading"), null, READING),
                new Thing(page.t("base.language"), null, READING),
                new Thing(page.t("people.zone"), null, READING),
                new Thing(page.t("people.password_change"), null, "/me#mine-password"),
                new Thing(page.t("people.password"), null, "/me#mine-password"),
                new Thing(page.t("people.totp.title"), null, "/me/factor"),
                new Thing(page.t("people.draft.title"), null, "/me/drafts"),
                new Thing(page.t("people.draft.word"), null, "/me/drafts"),
                new Thing(page.t("people.sessions"), null, "/me#mine-sessions"),
                new Thing(page.t("people.tokens"), null, "/me#mine-tokens"));
        return Stream.concat(look, rest);
    }

    private static <E extends Enum<E> & Coded> Stream<Thing> choices(String what, E[] all, Page page) {
        var name = page.t("base." + what);
        return Stream.of(all)
                .map(one -> new Thing(name + "·" + page.t("base." + what + "." + one.code()), null, APPEARANCE));
    }
}
