package dev.qiao.signal.console;

import picocli.CommandLine;

/** What is done to sources from the command line. */
@CommandLine.Command(
        name = "source",
        description = "Machines that speak to the desk.",
        subcommands = SourceCreate.class)
public final class SourceCommand {}
