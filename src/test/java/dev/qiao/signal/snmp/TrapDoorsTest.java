package dev.qiao.signal.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.TrapUser;
import dev.qiao.signal.source.TrapUser.Cipher;
import dev.qiao.signal.source.TrapUser.Digest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snmp4j.security.SecurityLevel;

/** By what a trap is known to be of a source: its community, or its user of SNMPv3. */
class TrapDoorsTest extends TrapDesk {
    @ParameterizedTest
    @EnumSource(Digest.class)
    void whoSpeaksVersion3IsKnownByItsUser(Digest digest) throws Exception {
        var cipher = Cipher.values()[digest.ordinal() % Cipher.values().length];
        var user = speaks(new TrapUser(Machine.unique("switch"), digest, "a long password", cipher, "a longer secret"));
        agent.trapAs(user, SecurityLevel.AUTH_PRIV, Agent.LINK_DOWN, index(7));
        assertThat(alert("7").open()).isTrue();
        assertThat(agent.informAs(user, Agent.LINK_UP, index(7))).isTrue();
        until(() -> !alert("7").open());
    }

    @Test
    void whoDoesNotSignOrHideAsAgreedIsAStranger() throws Exception {
        var user = speaks(new TrapUser(
                Machine.unique("switch"), Digest.SHA, "a long password", Cipher.AES128, "a longer secret"));
        long before = strangers.calls();
        agent.trapAs(user, SecurityLevel.NOAUTH_NOPRIV, Agent.LINK_DOWN, index(7));
        agent.trapAs(user, SecurityLevel.AUTH_NOPRIV, Agent.LINK_DOWN, index(7));
        until(() -> strangers.calls() == before + 2);
        var wrong = new TrapUser(user.name(), Digest.SHA, "another password", Cipher.AES128, "a longer secret");
        try (var other = new Agent(socket.port())) {
            other.as(wrong);
            other.trapAs(wrong, SecurityLevel.AUTH_PRIV, Agent.LINK_DOWN, index(7));
            until(() -> strangers.calls() == before + 3);
        }
        try (var other = new Agent(socket.port())) {
            var unknown = new TrapUser("nobody", Digest.SHA, "another password", Cipher.AES128, "a longer secret");
            other.as(unknown);
            other.trapAs(unknown, SecurityLevel.AUTH_PRIV, Agent.LINK_DOWN, index(7));
            until(() -> strangers.calls() == before + 4);
        }
        assertThat(newest()).isEmpty();
    }

    @Test
    void aWrongCommunityIsCountedAndARightOneOpensNothingOverHttp() throws Exception {
        long before = strangers.calls();
        agent.trap("public", Agent.LINK_DOWN, index(7));
        until(() -> strangers.calls() == before + 1);
        http.post("/in/" + source.key(), "{}").expect(401);
        var other = machine.connect(Sender.JSON);
        agent.trap(other.key(), Agent.LINK_DOWN, index(7));
        until(() -> strangers.calls() == before + 3);
        assertThat(quarantine.newest(source.source().id(), 10, Me.QIAO)).isEmpty();
    }

    @Test
    void theCommunityThatDevicesHaveAlreadyCanBeUsed() throws Exception {
        var own = Machine.unique("c");
        doors.open(source.source().id(), own, Me.QIAO, clock.instant());
        agent.trap(own, Agent.LINK_DOWN, index(7));
        assertThat(alert("7").open()).isTrue();
        var other = machine.connect(Sender.SNMP).source().id();
        assertThatThrownBy(() -> doors.open(other, own, Me.QIAO, clock.instant()))
                .isInstanceOf(Refused.class);
        var kept = quarantine.newest(source.source().id(), 1, Me.QIAO).getFirst();
        assertThat(new String(quarantine.find(kept.id(), Me.QIAO).body(), StandardCharsets.UTF_8))
                .contains(Agent.LINK_DOWN)
                .doesNotContain(own);
    }

    private TrapUser speaks(TrapUser user) {
        doors.open(source.source().id(), user, Me.QIAO, clock.instant());
        agent.as(user);
        return user;
    }
}
