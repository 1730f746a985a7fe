package dev.qiao.signal.snmp;

import dev.qiao.signal.Format;
import dev.qiao.signal.Message;
import dev.qiao.signal.Payload;
import dev.qiao.signal.Told;
import dev.qiao.signal.snmp.Trap.Variable;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.util.List;
import org.springframework.stereotype.Component;

/** A bundle of traps, as the queue made it. */
@Component
class SnmpFormat implements Format {
    @Override
    public Sender kind() {
        return Sender.SNMP;
    }

    @Override
    public List<Told> read(Message message, Setup setup) {
        return traps(message.body()).stream()
                .flatMap(trap -> TrapMeaning.of(trap, setup.meanings()).stream())
                .toList();
    }

    /** Errors: malformed. */
    static List<Trap> traps(byte[] body) {
        return Payload.of(body).objects("traps").stream().map(SnmpFormat::trap).toList();
    }

    private static Trap trap(Payload trap) {
        var variables = trap.objects("variables").stream()
                .map(each -> new Variable(each.must("oid"), each.line("type"), each.lines("value")))
                .toList();
        return new Trap(trap.must("agent"), trap.line("version"), trap.must("trap"), variables);
    }
}
