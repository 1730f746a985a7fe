package dev.qiao.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.Crowd;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A service rests on others, and never on itself by any way. */
@QiaoTest
class ServiceLinksTest {
    @Autowired
    Services services;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Test
    void whatItRestsOnIsKnownFromBothEndsAndOutlivesADraftThatDoesNotSay() {
        var database = made("db", true, List.of());
        var shop = made("shop", true, List.of(database.id()));
        assertThat(services.below(shop.id())).containsExactly(new Links.Reached(database.id(), 1));
        assertThat(services.above(database.id())).containsExactly(new Links.Reached(shop.id(), 1));
        assertThat(services.linked(database.id(), shop.id())).isTrue();
        var silent = new ServiceDraft(shop.code(), "店", false, null, List.of(), true);
        assertThat(services.update(shop.id(), 1, silent, Me.QIAO, clock.instant())
                        .restsOn())
                .containsExactly(database.id());
        services.update(shop.id(), 2, silent.restingOn(List.of()), Me.QIAO, clock.instant());
        assertThat(services.below(shop.id())).isEmpty();
    }

    @Test
    void aCircleIsRefusedWithItsWayAlsoThroughWhatIsRetired() {
        var bottom = made("bottom", true, List.of());
        var middle = made("middle", true, List.of(bottom.id()));
        var top = made("top", true, List.of(middle.id()));
        services.update(middle.id(), 1, ServiceDraft.of(middle).retired(), Me.QIAO, clock.instant());
        var draft = ServiceDraft.of(bottom).restingOn(List.of(top.id()));
        assertThatThrownBy(() -> services.update(bottom.id(), 1, draft, Me.QIAO, clock.instant()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems().getFirst().arguments())
                                .contains(top.name() + " → " + middle.name() + " → " + bottom.name()));
        var itself = ServiceDraft.of(bottom).restingOn(List.of(bottom.id()));
        assertThatThrownBy(() -> services.update(bottom.id(), 1, itself, Me.QIAO, clock.instant()))
                .isInstanceOf(Refused.class);
        assertThat(services.find(bottom.id()).orElseThrow().restsOn()).isEmpty();
    }

    @Test
    void itRestsOnWhatThereIsOnWhatIsOfferedAndNotOnTooMuch() {
        var gone = made("gone", false, List.of());
        assertThatThrownBy(() -> made("on-gone", true, List.of(gone.id()))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> made("on-none", true, List.of(999_999_999L))).isInstanceOf(Refused.class);
        var many = LongStream.range(0, 21).boxed().toList();
        assertThatThrownBy(() -> made("on-many", true, many))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().key()).isEqualTo("asset.too_many_links"));
    }

    private Service made(String word, boolean active, List<Long> restsOn) {
        var code = crowd.word(word);
        var draft = new ServiceDraft(code, "服务 " + code, false, null, List.of(), restsOn, active);
        return services.create(draft, Me.QIAO, clock.instant());
    }
}
