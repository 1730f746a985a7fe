package dev.qiao.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.ticket.Editing.Wanted;
import dev.qiao.ticket.Matter.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An edit is held to what a new ticket is held to. */
@QiaoTest
class EditingTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Editing editing;

    @Autowired
    Organizations organizations;

    @Autowired
    TestClock clock;

    @Test
    void nobodyMovesATicketToAnOrganizationThatIsNoLongerServedButWhatStandsStays() {
        var home = cast.organization(false);
        var gone = cast.organization(true);
        var lin = cast.hire("manager");
        var number = tickets.open(Draft.titled("打印机卡纸", cast.hire("requester", home), Source.WEB), clock.instant())
                .number();
        close(gone);
        assertThatThrownBy(() -> move(number, "打印机卡纸", gone.id(), lin)).isInstanceOf(Refused.class);
        close(home);
        move(number, "打印机又卡纸", home.id(), lin);
        assertThat(tickets.find(number, lin).matter())
                .extracting(Matter::title, Matter::organization)
                .containsExactly("打印机又卡纸", home.id());
    }

    private void close(Organization one) {
        organizations.edit(one.code(), one.name(), one.vip(), false, one.version(), Me.QIAO, clock.instant());
    }

    private void move(long number, String title, @Nullable Long organization, Me me) {
        editing.edit(
                number,
                null,
                now -> {
                    var m = now.matter();
                    var wanted = new Matter(
                            m.kind(),
                            title,
                            m.description(),
                            m.category(),
                            m.service(),
                            organization,
                            m.requester(),
                            m.reporter(),
                            m.source(),
                            m.startedAt(),
                            m.tags(),
                            m.restricted(),
                            m.vip());
                    return new Wanted(wanted, now.impact(), now.urgency(), now.priority(), now.reason());
                },
                me,
                clock.instant());
    }

    @Test
    void tagsArePartedByTheCommasAndSemicolonsOfAnyKeyboard() {
        assertThat(Texts.parted(" vpn,wifi，门禁、B座; 三楼；急 ,, ")).containsExactly("vpn", "wifi", "门禁", "B座", "三楼", "急");
        assertThat(Texts.parted(null)).isEmpty();
    }
}
