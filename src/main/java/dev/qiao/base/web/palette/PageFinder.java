package dev.qiao.base.web.palette;

import dev.qiao.base.web.Finder;
import dev.qiao.base.web.Page;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Pages and settings, by their word in the navigation or by their address. */
@Component
class PageFinder implements Finder {
    private static final int MOST = 8;

    @Override
    public int place() {
        return 900;
    }

    @Override
    public String head() {
        return "base.palette.pages";
    }

    @Override
    public boolean configures() {
        return true;
    }

    @Override
    public List<Found> find(String typed, Page page) {
        var sought = typed.toLowerCase(Locale.ROOT);
        var menus = Stream.concat(page.menus().stream(), page.administration().stream())
                .map(menu -> new Found(page.t(menu.key()), null, menu.icon(), menu.path()));
        var own = new Found(page.t("base.palette.me"), null, "user", "/me");
        return Stream.concat(menus, Stream.of(own))
                .filter(found -> found.label().toLowerCase(Locale.ROOT).contains(sought)
                        || found.path().contains(sought))
                .limit(sought.isEmpty() ? Integer.MAX_VALUE : MOST)
                .toList();
    }
}
