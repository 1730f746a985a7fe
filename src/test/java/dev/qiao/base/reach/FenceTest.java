package dev.qiao.base.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk is no way into the machine on which it runs. */
class FenceTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "::1",
                "[::1]",
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "fe80::1",
                "224.0.0.1",
                "255.255.255.255",
                "100.100.100.200",
                "fd00:ec2::254",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "localhost"
            })
    void whatIsInsideIsNotCalledUnlessAnAdministratorSaysSo(String host) throws IOException {
        assertThatThrownBy(() -> Fence.address(host, false, LIMIT)).isInstanceOf(OutOfBounds.class);
        assertThat(Fence.address(host, true, LIMIT)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "192.168.1.1", "8.8.8.8", "2001:db8::1", "fd12::1", "64:ff9b::808:808"})
    void whatIsElsewhereIsCalledAlsoInTheHouse(String host) throws IOException {
        assertThat(Fence.address(host, false, LIMIT)).isEqualTo(InetAddress.ofLiteral(host));
    }
}
