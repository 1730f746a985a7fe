package dev.qiao.signal;

import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Setup;
import java.util.List;

/** How one kind of sender speaks, as a bean: turns what it sent into what it said. */
public interface Format {
    Sender kind();

    /**
     * Errors: malformed, saying what is wrong and where; the message is then kept for somebody to look at.
     *
     * @param setup of the source that sent it
     */
    List<? extends Saying> read(Message message, Setup setup);
}
