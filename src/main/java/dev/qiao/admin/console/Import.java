package dev.qiao.admin.console;

import picocli.CommandLine;

/** What is brought in from other systems. */
@CommandLine.Command(
        name = "import",
        description = "Bring in what another system kept.",
        subcommands = {ImportIncidents.class, ImportPeople.class})
public final class Import {}
