package dev.qiao.base.web;

import dev.qiao.base.Me;
import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.assets.Assets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The frame of one answer, in every model as {@code page}: the reader, the language, the time, and what the layout needs.
 *
 * @param me null before signing in
 */
public record Page(Lang lang, @Nullable Me me, Times times, Visit visit, Shell shell) {

    /** The text of this key in the reader's language. */
    public String t(String key, @Nullable Object... arguments) {
        return lang.t(key, arguments);
    }

    public Instant now() {
        return times.now();
    }

    /** A moment as {@link Times#at} says it. */
    public String at(Instant moment) {
        return times.at(moment);
    }

    /** A moment as {@link Times#exact} says it. */
    public String exact(Instant moment) {
        return times.exact(moment);
    }

    /** A length as {@link Times#duration} says it. */
    public String duration(Duration length) {
        return times.duration(length);
    }

    /** A count as people read it: from a thousand on with commas. */
    public String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** The size of a file: KB without, MB with one digit behind the point. */
    public String size(long bytes) {
        return bytes < 1_000_000 ? (bytes + 999) / 1000 + " KB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    public boolean may(Permission permission) {
        return me != null && me.may(permission);
    }

    /** The reader; only on pages that need one. */
    public Me reader() {
        return Objects.requireNonNull(me);
    }

    /** The address of a file of the page frame: {@code qiao.css}, {@code js/qiao.js}, {@code icons.svg}. */
    public String asset(String file) {
        return shell.assets().path(file);
    }

    /** The address of an icon ({@code clock}) or of a mark ({@code m-urgent}). */
    public String icon(String name) {
        return asset("icons.svg") + "#" + (name.startsWith("m-") ? name : "i-" + name);
    }

    /** The name of the desk, as its owner calls it. */
    public String desk() {
        return shell.name().isEmpty() ? t("base.desk") : shell.name();
    }

    public boolean demo() {
        return shell.demo();
    }

    public List<Menu> menus() {
        return me == null ? List.of() : shell.navigation().work(me);
    }

    /** The pages of somebody who asks for something, also for those who work here. */
    public List<Menu> asking() {
        return menus().stream()
                .filter(menu -> menu.needs() == Permission.REQUEST)
                .toList();
    }

    public List<Navigation.Group> groups() {
        return me == null ? List.of() : shell.navigation().groups(me);
    }

    public List<Menu> administration() {
        return me == null ? List.of() : shell.navigation().administration(me);
    }

    public Map<String, Long> counts() {
        return me == null ? Map.of() : shell.navigation().counts(me);
    }

    /** What fits into the bar at the foot of a phone. */
    public List<Menu> tabs() {
        return menus().stream().limit(3).toList();
    }

    /** Whether the reader is on this page or below it. */
    public boolean within(String path) {
        return within(visit.path(), path);
    }

    public static boolean within(String here, String path) {
        return here.equals(path) || (!path.equals("/") && here.startsWith(path + "/"));
    }

    public Collection<Lang> languages() {
        return shell.languages().all();
    }

    /** What is the same on every page of this desk. */
    public record Shell(String name, boolean demo, Languages languages, Assets assets, Navigation navigation) {}
}
