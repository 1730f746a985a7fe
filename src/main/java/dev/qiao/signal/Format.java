package dev.qiao.signal;

import java.util.List;

/** How one kind of sender speaks, as a bean: turns what it sent into what it said. */
public interface Format {
    Sender kind();

    /** Errors: malformed, saying what is wrong and where; the message is then kept for somebody to look at. */
    List<Told> read(Message message);
}
