package dev.qiao.signal.syslog;

import dev.qiao.base.Refused;
import dev.qiao.signal.Format;
import dev.qiao.signal.Line;
import dev.qiao.signal.Message;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A bundle of syslog messages, as the queue made it. */
@Component
class SyslogFormat implements Format {
    @Override
    public Sender kind() {
        return Sender.SYSLOG;
    }

    @Override
    public List<Line> read(Message message, Setup setup) {
        var frames = new Frames(new ByteArrayInputStream(message.body()));
        var lines = new ArrayList<Line>();
        try {
            for (var frame = frames.next(); frame.isPresent(); frame = frames.next())
                lines.add(SyslogMessage.line(frame.get(), message.receivedAt()));
        } catch (IOException _) {
            throw Refused.malformed(null, "signal.not_syslog");
        }
        return lines.stream().filter(Line::says).toList();
    }
}
