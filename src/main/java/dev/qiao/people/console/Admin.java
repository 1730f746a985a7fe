package dev.qiao.people.console;

import picocli.CommandLine;

/** What is done to administrators from the command line. */
@CommandLine.Command(name = "admin", description = "Administrators.", subcommands = AdminCreate.class)
public final class Admin {}
