package dev.qiao.signal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the desk finds with its own eyes has a source like everything else, which nobody has to connect. */
@QiaoTest
class OwnSourceTest {
    @Autowired
    Sources sources;

    @Autowired
    TestClock clock;

    @Test
    void thereIsOneAndItIsMadeWhenItIsNeeded() {
        var own = sources.own(clock.instant());
        assertThat(own.kind()).isEqualTo(Sender.OWN);
        assertThat(sources.own(clock.instant())).isEqualTo(own);
        assertThat(sources.all(Me.QIAO))
                .filteredOn(each -> each.kind() == Sender.OWN)
                .hasSize(1);
    }

    @Test
    void nobodyConnectsItOrGivesItAKey() {
        var draft = SourceDraft.usual("mine", Sender.OWN);
        assertThatThrownBy(() -> sources.create(draft, Me.QIAO, clock.instant()))
                .isInstanceOf(Refused.class);
        var own = sources.own(clock.instant());
        assertThatThrownBy(() -> sources.rekey(own.id(), Me.QIAO, clock.instant()))
                .isInstanceOf(Refused.class);
    }
}
