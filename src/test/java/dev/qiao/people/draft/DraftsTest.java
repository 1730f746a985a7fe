package dev.qiao.people.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.Crowd;
import dev.qiao.people.Person;
import dev.qiao.people.Role;
import dev.qiao.people.Roles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody typed and has not sent yet belongs to them alone, and is never more than it may be. */
@QiaoTest
class DraftsTest {
    private static final String NAME = "ticket-1.internal";

    @Autowired
    Drafts drafts;

    @Autowired
    DraftSql sql;

    @Autowired
    Db db;

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Roles roles;

    @Autowired
    DraftSweep sweep;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me zhou;

    @BeforeEach
    void somebody() {
        zhou = crowd.me(clock.instant(), "engineer");
    }

    @Test
    void whatWasTypedIsThereUntilItIsLetGo() {
        save("写到一半", 0);
        assertThat(texts(zhou)).containsExactly("写到一半");
        save("写到一半多", 1);
        assertThat(texts(zhou)).containsExactly("写到一半多");
        drafts.clear(NAME, zhou);
        assertThat(texts(zhou)).isEmpty();
    }

    @Test
    void whoSavesOverWhatTheyHaveNotSeenIsToldAndBothAreThere() {
        save("在电脑上", 0);
        assertThat(drafts.save(NAME, Map.of("text", "在手机上"), 0, zhou, clock.instant()))
                .isEmpty();
        assertThat(texts(zhou)).containsExactly("在电脑上");
        save("在手机上", 1);
        assertThat(texts(zhou)).containsExactly("在手机上");
    }

    @Test
    void nobodyElseIsEverToldWhateverTheirRole() {
        save("金丝雀 kanarienvogel", 0);
        crowd.person(clock.instant(), "admin");
        for (var role : roles.all().stream().map(Role::code).toList()) {
            var person = crowd.withPassword(crowd.person(clock.instant(), role), clock.instant());
            var browser = signedIn(person);
            assertThat(browser.get("/drafts?name=" + NAME).text()).doesNotContain("kanarienvogel");
            var over = browser.form("PUT", "/drafts", Map.of("name", NAME, "fields", "{\"text\":\"x\"}", "seen", "1"));
            assertThat(over.status()).isEqualTo(200);
            assertThat(over.text()).doesNotContain("kanarienvogel");
            browser.form("DELETE", "/drafts", Map.of("name", NAME)).expect(204);
        }
        assertThat(texts(zhou)).containsExactly("金丝雀 kanarienvogel");
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        for (int i = 0; i <= Drafts.MOST; i++) {
            drafts.save("form-" + i, Map.of("a", "b"), 0, zhou, clock.advance(Duration.ofSeconds(1)));
        }
        var names =
                IntStream.rangeClosed(0, Drafts.MOST).mapToObj(i -> "form-" + i).toList();
        assertThat(drafts.of(names.subList(0, 1), zhou)).isEmpty();
        assertThat(drafts.of(names.subList(1, names.size()), zhou)).hasSize(Drafts.MOST);
    }

    @Test
    void whatWasTakenBackTakesNoPlaceFromWhatIsWritten() {
        for (int i = 0; i < Drafts.MOST; i++) {
            drafts.save("form-" + i, Map.of("a", "b"), 0, zhou, clock.advance(Duration.ofSeconds(1)));
            drafts.save("empty-" + i, Map.of(), 0, zhou, clock.instant());
        }
        var names = IntStream.range(0, Drafts.MOST).mapToObj(i -> "form-" + i).toList();
        assertThat(drafts.of(names, zhou)).hasSize(Drafts.MOST);
    }

    @Test
    void whatNobodyCameBackToIsForgotten() {
        save("很久以前", 0);
        clock.advance(Drafts.KEPT.plusDays(1));
        sweep.work(clock.advance(Duration.ofHours(2)));
        assertThat(texts(zhou)).isEmpty();
    }

    @Test
    void tooLongIsRefusedAndWhatNoDatabaseTakesIsLeftOut() {
        assertThatThrownBy(() -> save("字".repeat(200_000), 0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> drafts.save("x".repeat(200), Map.of(), 0, zhou, clock.instant()))
                .isInstanceOf(Refused.class);
        var many = IntStream.rangeClosed(0, 1_000).boxed().collect(Collectors.toMap(i -> "f" + i, _ -> "x"));
        assertThatThrownBy(() -> drafts.save(NAME, many, 0, zhou, clock.instant()))
                .isInstanceOf(Refused.class);
        save("a\0b\uD800", 0);
        assertThat(texts(zhou).getFirst()).startsWith("ab");
        var browser = signedIn(crowd.withPassword(crowd.person(clock.instant(), "engineer"), clock.instant()));
        assertThat(browser.form("PUT", "/drafts", Map.of("name", NAME, "fields", "{{"))
                        .status())
                .isEqualTo(400);
        assertThat(browser.form("PUT", "/drafts", Map.of("name", NAME, "fields", "[1]"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void noFormThatAsksForASecretKeepsADraft() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/dev/qiao"))) {
            var asking = files.filter(file -> file.toString().endsWith(".jte"))
                    .flatMap(file -> Stream.of(text(file).split("(?=<form)|(?<=</form>)")))
                    .filter(form -> form.startsWith("<form")
                            && Stream.of("\"password\"", "-password\"", "one-time-code", "/tokens\"")
                                    .anyMatch(form::contains))
                    .toList();
            assertThat(asking)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(form -> assertThat(form).doesNotContain("part.opened", "data-draft", "data-sends"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void itGoesWithTheActAndStaysWhenTheActIsRefused() {
        crowd.person(clock.instant(), "admin");
        var person = crowd.withPassword(crowd.person(clock.instant(), "engineer"), clock.instant());
        var me = cast.me(person.id());
        drafts.save("new-ticket", Map.of("title", "门禁坏了"), 0, me, clock.instant());
        var form = signedIn(person).with("Qiao-Draft", "new-ticket").with("HX-Request", "true");
        assertThat(form.form("/tickets", Map.of("title", "")).status()).isEqualTo(422);
        assertThat(drafts.of(List.of("new-ticket"), me)).hasSize(1);
        form.form("/tickets", Map.of("title", "门禁坏了")).expect(204);
        assertThat(drafts.of(List.of("new-ticket"), me)).isEmpty();
    }

    @Test
    void everybodysAreReadPersonByPersonHoweverManyTheyAre() {
        var names = List.of("ticket-77.public", "ticket-77.internal");
        var people = IntStream.range(0, 7)
                .mapToObj(_ -> crowd.me(clock.instant(), "engineer"))
                .toList();
        for (var me : people) {
            for (var name : names) drafts.save(name, Map.of("text", "写到一半"), 0, me, clock.instant());
        }
        var met = new ArrayList<Long>();
        sql.each(names, 1, (person, kept) -> {
            met.add(person);
            assertThat(kept).containsOnlyKeys(names);
        });
        assertThat(met)
                .containsExactlyElementsOf(people.stream().map(Me::id).sorted().toList());
    }

    @Test
    void whatIsBegunInTheVeryMomentOfAMoveIsJoinedAndNotWrittenOver() {
        drafts.save("ticket-1.public", Map.of("text", "在旧工单上写的"), 0, zhou, clock.instant());
        var ways = Map.of("ticket-1.public", "ticket-2.public");
        db.transact(() -> {
            drafts.move(ways, person -> person == zhou.id() && begunMeanwhile(), Under.EACH_OTHER, clock.instant());
            return true;
        });
        var there = drafts.of(List.of("ticket-2.public"), zhou).getFirst();
        assertThat(there.fields()).containsEntry("text", "刚在新工单上写的\n在旧工单上写的");
        assertThat(there.version()).isEqualTo(2);
    }

    private boolean begunMeanwhile() {
        return CompletableFuture.supplyAsync(
                        () -> drafts.save("ticket-2.public", Map.of("text", "刚在新工单上写的"), 0, zhou, clock.instant()))
                .join()
                .isPresent();
    }

    @Test
    void whatWouldBeMoreThanOneFormKeepsStaysWhereItIs() {
        var much = "字".repeat(70_000);
        drafts.save("ticket-1.public", Map.of("text", much), 0, zhou, clock.instant());
        drafts.save("ticket-2.public", Map.of("text", much), 0, zhou, clock.instant());
        var ways = Map.of("ticket-1.public", "ticket-2.public");
        drafts.move(ways, person -> person == zhou.id(), Under.EACH_OTHER, clock.instant());
        assertThat(drafts.of(List.of("ticket-1.public", "ticket-2.public"), zhou))
                .allSatisfy(draft -> assertThat(draft.fields()).containsEntry("text", much))
                .hasSize(2);
        assertThat(drafts.save("ticket-2.public", Map.of("text", much + "。"), 1, zhou, clock.instant()))
                .isPresent();
    }

    private enum Under implements Joint {
        EACH_OTHER;

        @Override
        public Map<String, String> as(String from, String into, Map<String, String> fields) {
            return fields;
        }

        @Override
        public Map<String, String> both(String into, Map<String, String> there, Map<String, String> moved) {
            return Map.of("text", there.get("text") + "\n" + moved.get("text"));
        }

        @Override
        public Parted apart(String into, Map<String, String> stands, Carried carried, int place) {
            return new Parted(carried.own(), carried.parts().get(place).fields());
        }
    }

    private Http signedIn(Person person) {
        var browser = http.browser();
        browser.get("/signin");
        browser.form("/session", Map.of("login", Objects.requireNonNull(person.login()), "password", Crowd.PASSWORD))
                .expect(303);
        browser.get("/me").expect(200);
        return browser;
    }

    private void save(String text, int seen) {
        assertThat(drafts.save(NAME, Map.of("text", text), seen, zhou, clock.instant()))
                .isPresent();
    }

    private List<String> texts(Me me) {
        return drafts.of(List.of(NAME), me).stream()
                .map(draft -> String.valueOf(draft.fields().get("text")))
                .toList();
    }
}
