package dev.qiao.ticket.web.queue;

import dev.qiao.base.Permission;
import dev.qiao.base.web.Finder;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** People for the command palette: colleagues with what is on their desk, others with what they asked for, and the register. */
@Component
class PersonFinder implements Finder {
    private static final int MOST = 5;

    private final People people;

    PersonFinder(People people) {
        this.people = people;
    }

    @Override
    public int place() {
        return 200;
    }

    @Override
    public String head() {
        return "ticket.palette.people";
    }

    @Override
    public List<Found> find(String typed, Page page) {
        if (typed.isEmpty()) return List.of();
        boolean desk = page.reader().worksHere();
        var colleagues = desk ? people.desk(typed).stream().limit(MOST).toList() : List.<Person>of();
        var everybody = desk || page.may(Permission.PEOPLE_EDIT) ? people.page(typed, null, MOST) : List.<Person>of();
        var work = colleagues.stream()
                .map(p -> found(p, page.t("ticket.palette.on_desk"), "headset", "/tickets?assignee=" + known(p)));
        var asked = everybody.stream()
                .filter(p -> desk && !colleagues.contains(p))
                .map(p -> found(
                        p, page.t("ticket.palette.asked_for"), "inbox", "/tickets?view=all&requester=" + known(p)));
        var register = everybody.stream()
                .filter(_ -> page.may(Permission.PEOPLE_EDIT))
                .map(p -> found(p, page.t("ticket.palette.register"), "user", "/people/" + p.id()));
        return Stream.of(work, asked, register).flatMap(all -> all).toList();
    }

    /** As an address knows somebody. */
    private static String known(Person person) {
        var login = person.login();
        return URLEncoder.encode(login == null ? "id:" + person.id() : login, StandardCharsets.UTF_8);
    }

    private static Found found(Person person, String about, String icon, String path) {
        var login = person.login();
        return new Found(login == null ? person.name() : person.name() + "·" + login, about, icon, path);
    }
}
