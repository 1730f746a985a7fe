package dev.qiao.base;

import java.io.PrintStream;
import java.net.URI;

/** What a room does and says when the desk has just opened: the code for the first administrator, the demo's year. */
public interface Opening {
    /** Smallest first. */
    int place();

    /** Runs before {@code /health/ready} says yes. Prints nothing when there is nothing to say. */
    void open(URI desk, PrintStream console);
}
