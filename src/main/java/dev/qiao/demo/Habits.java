package dev.qiao.demo;

import static java.util.stream.Collectors.groupingBy;

import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.people.People;
import dev.qiao.people.Rights;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.canned.Canned;
import dev.qiao.ticket.canned.Canneds;
import dev.qiao.ticket.checklist.Checklist;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.macro.Macro;
import dev.qiao.ticket.macro.Macros;
import dev.qiao.ticket.merge.Merges;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the teams of the made-up company have made their work easier, and what of it stands on tickets of today. */
@Component
class Habits {
    private static final int LOOKED_AT = 200;
    private static final int LISTS = 4;

    private final People people;
    private final Rights rights;
    private final Teams teams;
    private final Canneds canneds;
    private final Macros macros;
    private final Checklist checklist;
    private final Merges merges;
    private final Queue queue;

    Habits(
            People people,
            Rights rights,
            Teams teams,
            Canneds canneds,
            Macros macros,
            Checklist checklist,
            Merges merges,
            Queue queue) {
        this.people = people;
        this.rights = rights;
        this.teams = teams;
        this.canneds = canneds;
        this.macros = macros;
        this.checklist = checklist;
        this.merges = merges;
        this.queue = queue;
    }

    /** Once the year is written; a second time changes nothing. */
    void present(Instant present) {
        var lead = me("bianjie");
        long desk = teams.byCode("desk").orElseThrow().id();
        if (macros.known(lead).stream().anyMatch(macro -> Objects.equals(macro.team(), desk))) return;
        write(lead, desk, present.minus(Duration.ofDays(90)));
        list(present);
        merge(present);
    }

    private void write(Me lead, long desk, Instant day) {
        var xu = me("xuming");
        long network = teams.byCode("network").orElseThrow().id();
        say(desk, "请重启再试", "{requester}，您好：请先把电脑重启一次再试，还不行就直接回我，我们远程看。", lead, day);
        say(desk, "约时间上门", "{requester}，您好：这个要到现场看，您今天什么时候方便？我们按您的时间来。", lead, day);
        say(network, "请发测速", "{requester}，您好：请连上有线后测一次速，把截图发在这里，我们对照端口的流量查。", xu, day);
        macro(
                desk,
                "等用户回话",
                lead,
                day,
                Order.of(Deed.ACCEPT),
                Order.of(Deed.REPLY).saying("{requester}，您好：请补充一下出问题的时间和截图，我们好继续查。"),
                Order.of(Deed.HOLD).because("等用户补充").waiting(HoldFor.REQUESTER, null, 24));
        macro(
                desk,
                "远程看过",
                lead,
                day,
                Order.of(Deed.NOTE).saying("远程看过，本机正常，问题在服务端。"),
                Order.of(Deed.TAG).tagging(List.of("远程")));
        macro(
                network,
                "等运营商",
                xu,
                day,
                Order.of(Deed.TAG).tagging(List.of("运营商")),
                Order.of(Deed.HOLD).because("已报障，等运营商回话").waiting(HoldFor.SUPPLIER, null, 8));
    }

    private void say(long team, String name, String words, Me me, Instant day) {
        canneds.save(new Canned(0, team, name, words, true), me, day);
    }

    private void macro(long team, String name, Me me, Instant day, Order... orders) {
        macros.save(new Macro(0, team, name, List.of(orders), true), me, day);
    }

    /** What somebody works on is taken apart, and the first point is done. */
    private void list(Instant present) {
        var working = open(me("hejing"), present).stream()
                .filter(ticket -> ticket.stage().name() == Stage.Name.WORKING)
                .limit(LISTS)
                .toList();
        for (var ticket : working) {
            var mine = me(Objects.requireNonNull(ticket.stage().owner()));
            var points = checklist.add(ticket.number(), List.of("问清影响了谁", "备好回退的办法", "改完请用户当面试一次"), mine, present);
            checklist.tick(ticket.number(), points.getFirst().id(), true, mine, present);
        }
    }

    /** Two have told of the same: the later one goes on in the first. */
    private void merge(Instant present) {
        var dispatcher = me("hejing");
        open(dispatcher, present).stream()
                .filter(ticket -> ticket.stage().name() == Stage.Name.WAITING)
                .filter(ticket -> ticket.matter().category() != null)
                .collect(groupingBy(
                        ticket -> Objects.requireNonNull(ticket.matter().category())))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .findFirst()
                .ifPresent(same ->
                        merges.merge(same.getLast().number(), same.getFirst().number(), dispatcher, present));
    }

    private List<Ticket> open(Me me, Instant present) {
        return queue.list(Filter.of(View.OPEN), null, LOOKED_AT, me, present).items();
    }

    private Me me(String login) {
        return me(people.byLogin(login).orElseThrow().id());
    }

    private Me me(@Nullable Long person) {
        return rights.of(Objects.requireNonNull(person), Origin.DEMO).orElseThrow();
    }
}
