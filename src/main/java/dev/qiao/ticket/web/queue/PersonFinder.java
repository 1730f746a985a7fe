package dev.qiao.ticket.web.queue;

import dev.qiao.base.Permission;
import dev.qiao.base.web.Finder;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** People for the command palette: colleagues with what is on their desk; for who keeps the register, everybody with their page. */
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
        var colleagues = page.may(Permission.TICKET_WORK) || page.may(Permission.TICKET_SEE_ALL)
                ? people.desk(typed).stream()
                        .limit(MOST)
                        .map(p -> found(p, page.t("ticket.palette.on_desk"), "headset", "/tickets?assignee=" + p.id()))
                : Stream.<Found>empty();
        var register = page.may(Permission.PEOPLE_EDIT)
                ? people.page(typed, null, MOST).stream()
                        .map(p -> found(p, page.t("ticket.palette.register"), "user", "/people/" + p.id()))
                : Stream.<Found>empty();
        return Stream.concat(colleagues, register).toList();
    }

    private static Found found(Person person, String about, String icon, String path) {
        return new Found(person.name(), about, icon, path);
    }
}
