package dev.qiao.signal.source;

import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.signal.source.Connecting.Way;
import org.springframework.stereotype.Component;

/** Where the desk listens for traps, as its settings say. */
@Component
public class TrapAddress {
    private static final String USUAL = "HOST:162";

    private final Settings settings;

    TrapAddress(Settings settings) {
        this.settings = settings;
    }

    /** Empty: it does not. */
    public String of() {
        return settings.text(Setting.SNMP);
    }

    /** As a trap is sent by hand, and as an agent is told. The key is the community. */
    Way way(String key) {
        var at = of().isEmpty() ? USUAL : of();
        var missing = of().isEmpty() ? "# QIAO_SNMP is not set\n" : "";
        return new Way(of().isEmpty() ? "–" : of(), key, missing + """
                # to try it: a link that goes down, and comes back
                snmptrap -v 2c -c %1$s %2$s '' 1.3.6.1.6.3.1.1.5.3 1.3.6.1.2.1.2.2.1.1.7 i 7 1.3.6.1.2.1.2.2.1.2.7 s eth7
                snmptrap -v 2c -c %1$s %2$s '' 1.3.6.1.6.3.1.1.5.4 1.3.6.1.2.1.2.2.1.1.7 i 7
                # an inform, which is answered once it is kept, as the user of SNMPv3 from this page
                snmptrap -v 3 -l authPriv -u USER -a SHA -A PASSWORD -x AES -X SECRET -Ci %2$s '' 1.3.6.1.6.3.1.1.5.1
                # /etc/snmp/snmpd.conf of an agent
                trap2sink %2$s %1$s
                # /etc/snmp/snmptrapd.conf, where traps come in elsewhere already
                forward default %2$s
                """.formatted(key, at));
    }
}
