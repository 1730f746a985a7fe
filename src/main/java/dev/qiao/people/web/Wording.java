package dev.qiao.people.web;

import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.people.Person;
import dev.qiao.people.Role;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that several pages of this room share. */
public final class Wording {
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Asia/Urumqi",
            "Asia/Hong_Kong",
            "Asia/Taipei",
            "Asia/Singapore",
            "Asia/Tokyo",
            "Asia/Kolkata",
            "Asia/Dubai",
            "Europe/Berlin",
            "Europe/London",
            "America/New_York",
            "America/Chicago",
            "America/Los_Angeles",
            "Australia/Sydney",
            "UTC");

    private static final List<List<String>> BROWSERS = List.of(
            List.of("MicroMessenger", "WeChat"),
            List.of("Edg/", "Edge"),
            List.of("Firefox/", "Firefox"),
            List.of("Chrome/", "Chrome"),
            List.of("Safari/", "Safari"));

    private static final List<List<String>> SYSTEMS = List.of(
            List.of("Windows", "Windows"),
            List.of("Android", "Android"),
            List.of("iPhone", "iPhone"),
            List.of("iPad", "iPad"),
            List.of("Mac OS X", "macOS"),
            List.of("Linux", "Linux"));

    private Wording() {}

    /** A shipped role keeps its own word until somebody gives it another. */
    public static String role(Page page, Role role) {
        return role.name() == null ? page.t("people.role." + role.code()) : role.name();
    }

    /** Zones that are offered, with the one that is set. */
    public static List<Choice> zones(String set) {
        return Stream.concat(Stream.of(set), ZONES.stream())
                .distinct()
                .map(zone -> new Choice(zone, zone))
                .toList();
    }

    /** The browser and the system behind a user agent, as far as people tell them apart. */
    public static String browser(Page page, String agent) {
        var browser = first(agent, BROWSERS);
        var system = first(agent, SYSTEMS);
        if (browser.isEmpty() && system.isEmpty()) return page.t("people.browser_unknown");
        return Stream.of(browser, system).filter(word -> !word.isEmpty()).collect(Collectors.joining("·"));
    }

    private static String first(String agent, List<List<String>> known) {
        return known.stream()
                .filter(words -> agent.contains(words.getFirst()))
                .map(List::getLast)
                .findFirst()
                .orElse("");
    }

    /** What a person signs in with, to be read. */
    public static String login(Person person) {
        return person.login() != null ? person.login() : person.mail() != null ? person.mail() : "";
    }
}
