package dev.qiao.ticket.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Group;
import dev.qiao.ticket.Queue.Sort;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.view.Term.Is;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists under names: whose they are, what they show to whom, what is left when people go, and what they count. */
@QiaoTest
class SavedViewsTest {
    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    Queue queue;

    @Autowired
    SavedViews views;

    @Autowired
    Lenses lenses;

    @Autowired
    Counts counts;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Team team;
    Me zhou;
    Me wu;
    Me boss;

    @BeforeEach
    void aTeam() {
        cast.hire("admin");
        team = cast.team(null);
        zhou = cast.join(team, cast.hire("engineer"));
        wu = cast.join(team, cast.hire("engineer"));
        boss = cast.hire("manager");
        zhou = cast.me(zhou.id());
    }

    private List<Long> open(int many) {
        var requester = cast.hire("requester");
        return IntStream.range(0, many)
                .mapToObj(n -> tickets.open(Draft.titled("打印机第" + n + "次卡纸", requester, Source.WEB), clock.instant()))
                .map(t -> tickets.assign(t.number(), null, team.id(), null, null, boss, clock.instant())
                        .number())
                .toList();
    }

    private Lens ours() {
        return Lens.of(View.OPEN).and(new Is(Field.TEAM, List.of(Long.toString(team.id()))));
    }

    @Test
    void viewsThatAreSavedAtTheSameMomentAreNotOneTooMany() {
        for (int i = 1; i < SavedViews.MOST; i++)
            views.save(new ViewDraft("第" + i, ours(), null, false), zhou, clock.instant());
        var saved = Stream.of("一", "二", "三", "四")
                .map(name -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return views.save(new ViewDraft(name, ours(), null, false), zhou, clock.instant())
                                .name();
                    } catch (Refused refused) {
                        return refused.problems().getFirst().key();
                    }
                }))
                .toList();
        assertThat(saved.stream().map(CompletableFuture::join))
                .filteredOn("ticket.saved.too_many"::equals)
                .hasSize(3);
    }

    @Test
    void aTeamThatKeepsAsManyAsItMayIsGivenNoMore() {
        for (int i = 0; i < SavedViews.MOST; i++)
            views.save(new ViewDraft("第" + i, ours(), team.id(), true), wu, clock.instant());
        var mine = views.save(new ViewDraft("我的", ours(), null, false), zhou, clock.instant());
        assertThatThrownBy(() -> views.change(
                        mine.id(), null, new ViewDraft("我的", ours(), team.id(), true), zhou, clock.instant()))
                .isInstanceOf(Refused.class)
                .hasMessage("ticket.saved.too_many");
        var one = views.of(wu).getFirst();
        assertThat(views.change(one.id(), null, new ViewDraft("改名", ours(), team.id(), true), wu, clock.instant())
                        .name())
                .as("what is there is still changed")
                .isEqualTo("改名");
    }

    @Test
    void whatOneKeepsForOneselfNobodyElseSeesUnlessItIsShared() {
        var mine = views.save(new ViewDraft("我的", ours(), null, false), zhou, clock.instant());
        var shared = views.save(new ViewDraft("给你们", ours(), null, true), zhou, clock.instant());
        assertThat(views.of(zhou)).extracting(SavedView::id).containsExactly(mine.id(), shared.id());
        assertThat(views.of(wu)).isEmpty();
        assertThat(views.find(mine.id(), wu)).isEmpty();
        assertThat(views.find(shared.id(), wu)).isPresent();
        assertThat(views.find(shared.id(), cast.hire("requester"))).isEmpty();
        assertThatThrownBy(() -> views.remove(shared.id(), wu, clock.instant())).isInstanceOf(Refused.class);
    }

    @Test
    void aTeamsViewStaysAndASharedOneIsTakenOverWhenItsOwnerLeaves() {
        var teams = views.save(new ViewDraft("全组", ours(), team.id(), false), zhou, clock.instant());
        var shared = views.save(new ViewDraft("链接", ours(), null, true), zhou, clock.instant());
        assertThatThrownBy(() -> views.take(shared.id(), wu, clock.instant())).isInstanceOf(Refused.class);
        people.activate(zhou.id(), false, Me.QIAO, clock.instant());
        assertThat(views.of(wu)).extracting(SavedView::id).containsExactly(teams.id());
        assertThat(views.find(shared.id(), wu)).isPresent().get().matches(views::orphaned);
        assertThat(views.take(shared.id(), wu, clock.instant()).owner()).isEqualTo(wu.id());
        assertThat(views.of(wu)).hasSize(2);
    }

    @Test
    void whatIsRemovedCanBeBroughtBack() {
        var view = views.save(new ViewDraft("试试", ours(), null, false), zhou, clock.instant());
        views.remove(view.id(), zhou, clock.instant());
        assertThat(views.of(zhou)).isEmpty();
        assertThat(views.restore(view.id(), zhou, clock.instant()).name()).isEqualTo("试试");
        assertThat(views.of(zhou)).hasSize(1);
    }

    @Test
    void whatWasRemovedInTheLastDaysIsListedForWhoMayBringItBack() {
        var mine = views.save(new ViewDraft("我的", ours(), null, true), zhou, clock.instant());
        var teams = views.save(new ViewDraft("全组", ours(), team.id(), false), zhou, clock.instant());
        views.remove(mine.id(), zhou, clock.instant());
        views.remove(teams.id(), wu, clock.instant().plusSeconds(1));
        var now = clock.instant().plusSeconds(2);
        assertThat(views.removed(zhou, now)).extracting(SavedView::id).containsExactly(teams.id(), mine.id());
        assertThat(views.removed(wu, now)).extracting(SavedView::id).containsExactly(teams.id());
        views.restore(teams.id(), wu, now);
        assertThat(views.removed(wu, now)).isEmpty();
        assertThat(views.removed(zhou, now.plus(Duration.ofDays(8)))).isEmpty();
    }

    @Test
    void everyOrderAndEveryGroupGivesEveryTicketOncePageByPage() {
        var opened = open(13);
        tickets.accept(opened.get(3), null, zhou, clock.instant());
        tickets.accept(opened.get(4), null, wu, clock.advance(Duration.ofMinutes(3)));
        for (var sort : Sort.values()) {
            for (var group : Group.values()) {
                var lens = new Lens(View.OPEN, null, ours().all(), List.of(), List.of(), sort, group, List.of());
                assertThat(walk(lens, zhou)).as("%s by %s", sort, group).containsExactlyInAnyOrderElementsOf(opened);
            }
        }
    }

    private List<Long> walk(Lens lens, Me me) {
        var all = new ArrayList<Long>();
        var page = queue.list(lens.filter(me), null, 4, me, clock.instant());
        while (true) {
            page.items().stream().map(Ticket::number).forEach(all::add);
            if (page.next() == null) return all;
            page = queue.list(lens.filter(me), page.next(), 4, me, clock.instant());
        }
    }

    @Test
    void andOrAndNotMeanWhatTheySay() {
        var opened = open(4);
        tickets.accept(opened.get(0), null, zhou, clock.instant());
        tickets.accept(opened.get(1), null, wu, clock.instant());
        var scope = "team=" + team.id();
        assertThat(walk(lenses.read(scope + "&or=assignee:me&or=assignee:none"), zhou))
                .containsExactlyInAnyOrder(opened.get(0), opened.get(2), opened.get(3));
        assertThat(walk(lenses.read(scope + "&assignee=!me"), zhou))
                .containsExactlyInAnyOrder(opened.get(1), opened.get(2), opened.get(3));
        assertThat(walk(lenses.read(scope + "&stage=working&or=assignee:" + wu.id() + ";kind:incident"), zhou))
                .containsExactly(opened.get(1));
        assertThat(walk(lenses.read("view=all&" + scope + "&opened=today"), zhou))
                .containsExactlyInAnyOrderElementsOf(opened);
        assertThat(walk(lenses.read("view=all&" + scope + "&opened=..today-1"), zhou))
                .isEmpty();
    }

    @Test
    void countsAreRememberedAndAreWhatEachMaySee() {
        open(3);
        var lens = ours();
        var stranger = cast.join(cast.team(null), cast.hire("engineer"));
        assertThat(counts.of(lens, zhou, clock.instant())).isEmpty();
        counts.of(lens, boss, clock.instant());
        counts.of(lens, stranger, clock.instant());
        workers.crank(clock.instant());
        assertThat(counts.of(lens, zhou, clock.instant())).hasValue(new Queue.Count(3, false));
        assertThat(counts.of(lens, boss, clock.instant())).hasValue(new Queue.Count(3, false));
        assertThat(counts.of(lens, stranger, clock.instant())).hasValue(new Queue.Count(0, false));
        open(2);
        workers.crank(clock.instant());
        assertThat(counts.of(lens, zhou, clock.instant()))
                .as("not counted again so soon")
                .hasValue(new Queue.Count(3, false));
        workers.crank(clock.advance(Counts.EVERY));
        assertThat(counts.of(lens, zhou, clock.instant())).hasValue(new Queue.Count(5, false));
    }

    @Test
    void countsAreWhatTheListsShow() {
        var opened = open(5);
        tickets.accept(opened.getFirst(), null, zhou, clock.instant());
        var addresses = List.of(
                "team=" + team.id() + "&or=assignee:me&or=stage:waiting",
                "team=mine",
                "view=mine",
                "view=all&team=" + team.id() + "&kind=incident",
                "team=" + team.id() + "&opened=today");
        for (var me : List.of(zhou, wu, boss)) {
            addresses.forEach(address -> counts.of(lenses.read(address), me, clock.instant()));
            workers.crank(clock.instant());
            for (var address : addresses) {
                var lens = lenses.read(address);
                assertThat(counts.of(lens, me, clock.instant()).orElseThrow().number())
                        .as("%s of %s", address, me.login())
                        .isEqualTo(walk(lens, me).size());
            }
        }
    }

    @Test
    void theApiKeepsViewsAndRefusesWhatItDoesNotUnderstand() {
        var opened = open(2);
        var api = http.as(cast.token(zhou));
        var made = api.post(
                        "/api/v1/views",
                        Map.of("name", "一组", "query", "team=" + team.id() + "&sort=newest", "team", team.code()))
                .expect(201)
                .json();
        var path = "/api/v1/views/" + made.at("/id").asLong();
        assertThat(api.get(path + "/tickets")
                        .expect(200)
                        .json()
                        .at("/items/0/number")
                        .asLong())
                .isEqualTo(opened.getLast());
        assertThat(http.as(cast.token(wu))
                        .get("/api/v1/views")
                        .expect(200)
                        .json()
                        .at("/items/0/name")
                        .asString())
                .isEqualTo("一组");
        assertThat(api.patch(path, Map.of("query", "colour=red"))
                        .expect(422)
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("query");
        api.patch(path, Map.of("name", "换个名")).expect(200);
        api.delete(path).expect(204);
        api.get(path).expect(404);
    }
}
