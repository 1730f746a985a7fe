package dev.qiao.base.web;

import dev.qiao.base.Me;
import dev.qiao.base.Menu;
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
