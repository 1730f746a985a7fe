package dev.qiao.signal.log;

import dev.qiao.signal.Format;
import dev.qiao.signal.Line;
import dev.qiao.signal.Message;
import dev.qiao.signal.pattern.Header;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Plain text, a line each. What is no UTF-8 is replaced, for a log is worth more with holes than not at all. */
@Component
class PlainLogs implements Format {
    @Override
    public Sender kind() {
        return Sender.LOGS;
    }

    @Override
    public List<Line> read(Message message, Setup setup) {
        var text = new String(Unzipped.of(message.headers(), message.body()), StandardCharsets.UTF_8);
        return text.lines().map(raw -> line(message, raw)).filter(Line::says).toList();
    }

    private static Line line(Message message, String raw) {
        var header = Header.cut(raw);
        var host = Objects.requireNonNullElse(header.host(), "");
        return new Line(message.receivedAt(), Objects.requireNonNullElse(header.level(), ""), host, raw, true);
    }
}
