package dev.qiao.signal.format;

import dev.qiao.signal.Format;
import dev.qiao.signal.Message;
import dev.qiao.signal.Severity;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A heartbeat: whatever it holds, that it came says that all is well. */
@Component
class Heartbeat implements Format {
    @Override
    public Sender kind() {
        return Sender.HEARTBEAT;
    }

    @Override
    public List<Told> read(Message message, Setup setup) {
        return List.of(new Told(
                Says.RESOLVED,
                "heartbeat",
                "heartbeat " + message.source(),
                null,
                message.receivedAt(),
                Severity.MAJOR,
                "",
                "",
                "",
                Map.of()));
    }
}
