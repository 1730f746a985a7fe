package dev.qiao.signal.source;

import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.signal.source.Connecting.Way;
import org.springframework.stereotype.Component;

/** Where the desk listens for syslog, as its settings say. */
@Component
public class SyslogAddresses {
    private final Settings settings;

    SyslogAddresses(Settings settings) {
        this.settings = settings;
    }

    /** Empty: it does not. */
    public String udp() {
        return settings.text(Setting.SYSLOG_UDP);
    }

    /** Empty: it does not. */
    public String tcp() {
        return settings.text(Setting.SYSLOG_TCP);
    }

    /** For who has to be told. */
    public String both() {
        return (udp() + " " + tcp()).strip();
    }

    /** As rsyslog is told. There is no key: syslog knows none. */
    Way way() {
        var udp = udp().isEmpty() ? "# QIAO_SYSLOG_UDP is not set" : "*.* @" + udp();
        var tcp = tcp().isEmpty() ? "# QIAO_SYSLOG_TCP is not set" : "*.* @@(o)" + tcp();
        var first = tcp().isEmpty() ? udp() : tcp();
        return new Way(first.isEmpty() ? "–" : first, null, """
                # /etc/rsyslog.d/qiao.conf: one of these lines
                %s
                %s
                """.formatted(udp, tcp));
    }
}
