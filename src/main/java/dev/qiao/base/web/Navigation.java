package dev.qiao.base.web;

import dev.qiao.base.Me;
import dev.qiao.base.Menu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The main navigation, as the rooms contribute it. */
@Component
public class Navigation {
    /** From this place on an entry stands under administration. */
    private static final int ADMINISTRATION = 500;

    /**
     * Entries of the administration that belong together.
     *
     * @param key message key of their head
     */
    public record Group(String key, List<Menu> entries) {}

    private record Head(String key, int from) {}

    private static final List<Head> HEADS = List.of(
            new Head("base.group.people", ADMINISTRATION),
            new Head("base.group.tickets", 530),
            new Head("base.group.promises", 550),
            new Head("base.group.desk", 570));

    private final List<Menu> menus;
    private final List<MenuCount> counts;

    Navigation(ObjectProvider<Menu> menus, ObjectProvider<MenuCount> counts) {
        this.menus = menus.stream().sorted(Comparator.comparingInt(Menu::place)).toList();
        this.counts = counts.stream().toList();
    }

    /** A page that several permissions open has an entry for each; it is shown once. */
    List<Menu> work(Me me) {
        var paths = new HashSet<String>();
        return menus.stream()
                .filter(menu -> menu.place() < ADMINISTRATION && me.may(menu.needs()))
                .filter(menu -> paths.add(menu.path()))
                .toList();
    }

    List<Menu> administration(Me me) {
        return menus.stream()
                .filter(menu -> menu.place() >= ADMINISTRATION && me.may(menu.needs()))
                .toList();
    }

    List<Group> groups(Me me) {
        var all = administration(me);
        var groups = new ArrayList<Group>();
        for (int i = 0; i < HEADS.size(); i++) {
            int from = HEADS.get(i).from();
            int to = i + 1 < HEADS.size() ? HEADS.get(i + 1).from() : Integer.MAX_VALUE;
            var entries = all.stream()
                    .filter(menu -> menu.place() >= from && menu.place() < to)
                    .toList();
            if (!entries.isEmpty()) groups.add(new Group(HEADS.get(i).key(), entries));
        }
        return groups;
    }

    Map<String, Long> counts(Me me) {
        var seen = menus.stream()
                .filter(menu -> me.may(menu.needs()))
                .map(Menu::path)
                .collect(Collectors.toSet());
        return counts.stream()
                .filter(count -> seen.contains(count.path()))
                .collect(Collectors.toMap(MenuCount::path, count -> count.count(me)));
    }
}
