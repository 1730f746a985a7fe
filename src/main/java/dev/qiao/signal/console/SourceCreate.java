package dev.qiao.signal.console;

import dev.qiao.base.Command;
import dev.qiao.base.Desk;
import dev.qiao.base.Me;
import dev.qiao.signal.source.Connecting;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import java.util.ArrayList;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Connects a sender, and prints where it sends to and, where it wants one apart, its key; this once. */
@CommandLine.Command(name = "create", description = "Connect a sender; prints url=… and key=…, this once.")
public final class SourceCreate implements Command {
    @Option(
            names = "--kind",
            required = true,
            description = "What it is: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Kinds.class)
    private String kind = "";

    @Option(
            names = "--name",
            required = true,
            description = "What it is called, and in whose name its faults are reported.")
    private String name = "";

    /** The words for {@code --kind}. */
    static final class Kinds extends ArrayList<String> {
        Kinds() {
            for (var sender : Sender.connected()) add(sender.code());
        }
    }

    @Override
    public int run(Desk desk) {
        var draft = SourceDraft.usual(name, Sender.connected("--kind", kind));
        var issued = desk.door(Sources.class).create(draft, Me.QIAO, desk.now());
        var connecting = desk.door(Connecting.class).of(issued.source(), issued.key());
        desk.out().println("url=" + connecting.url());
        if (connecting.key() != null) desk.out().println("key=" + connecting.key());
        return 0;
    }
}
