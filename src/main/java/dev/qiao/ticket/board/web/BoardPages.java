package dev.qiao.ticket.board.web;

import dev.qiao.base.web.Face;
import dev.qiao.base.web.Page;
import dev.qiao.people.Person;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.board.web.BoardPage.Column;
import dev.qiao.ticket.view.Field;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.Term.Is;
import dev.qiao.ticket.web.Faces;
import dev.qiao.ticket.web.TicketRow;
import dev.qiao.ticket.web.TicketRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers a board: each column is a list of its own, as its reader sees it, and shows only so many cards. */
@Component
class BoardPages {
    private static final int CARDS = 20;
    private static final int PEOPLE = 12;
    private static final List<Stage.Name> STAGES =
            List.of(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD, Stage.Name.RESOLVED);

    private final Queue queue;
    private final TicketRows rows;
    private final Teams teams;
    private final Faces faces;

    BoardPages(Queue queue, TicketRows rows, Teams teams, Faces faces) {
        this.queue = queue;
        this.rows = rows;
        this.teams = teams;
        this.faces = faces;
    }

    BoardPage of(Lens lens, String by, Page page) {
        boolean stages = !by.equals("assignee");
        var address = lens.address();
        var and = address.isEmpty() ? "" : "&" + address;
        return new BoardPage(
                stages ? "stage" : "assignee",
                "/tickets/board?by=" + (stages ? "stage" : "assignee") + and,
                address.isEmpty() ? "/tickets" : "/tickets?" + address,
                "/tickets/board?by=" + (stages ? "assignee" : "stage") + and,
                stages ? byStage(lens, page) : byAssignee(lens, page));
    }

    private List<Column> byStage(Lens lens, Page page) {
        return STAGES.stream()
                .map(stage -> column(
                        lens, new Is(Field.STAGE, List.of(stage.code())), stage.code(), label(stage, page), null, page))
                .toList();
    }

    private static String label(Stage.Name stage, Page page) {
        return page.t("ticket.stage." + stage.code());
    }

    /** Nobody first, then the members of the teams that are looked at. */
    private List<Column> byAssignee(Lens lens, Page page) {
        var columns = new ArrayList<Column>();
        columns.add(column(lens, new Is(Field.ASSIGNEE, List.of("none")), "0", page.t("ticket.nobody"), null, page));
        var members = teams.members(teams(lens, page)).values().stream()
                .flatMap(List::stream)
                .distinct()
                .<@Nullable Long>map(id -> id)
                .toList();
        var album = faces.of(members, page);
        members.stream()
                .map(id -> album.person(Objects.requireNonNull(id)))
                .filter(Objects::nonNull)
                .filter(Person::active)
                .sorted(Comparator.comparing(
                                (Person p) -> p.id() != page.reader().id())
                        .thenComparing(Person::name))
                .limit(PEOPLE)
                .forEach(p -> columns.add(column(
                        lens,
                        Is.of(Field.ASSIGNEE, p.id(), Objects.requireNonNullElse(p.login(), "id:" + p.id())),
                        Long.toString(p.id()),
                        p.name(),
                        album.of(p.id()),
                        page)));
        return List.copyOf(columns);
    }

    private static List<Long> teams(Lens lens, Page page) {
        var asked = lens.all().stream()
                .filter(term -> term instanceof Is is && is.field() == Field.TEAM)
                .flatMap(term -> ((Is) term).values().stream())
                .filter(value -> value.matches("\\d+"))
                .map(Long::valueOf)
                .toList();
        return asked.isEmpty() ? List.copyOf(page.reader().teams()) : asked;
    }

    private Column column(Lens lens, Is only, String code, String label, @Nullable Face face, Page page) {
        var narrowed =
                lens.with(Stream.concat(Stream.of(only), lens.all().stream()).toList(), lens.any());
        var listed = queue.list(narrowed.filter(page.reader()), null, CARDS, page.reader(), page.now());
        List<TicketRow> cards = rows.of(listed.items(), page);
        return new Column(code, label, face, cards, listed.next() == null ? null : "/tickets?" + narrowed.address());
    }
}
