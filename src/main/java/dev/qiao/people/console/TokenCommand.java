package dev.qiao.people.console;

import picocli.CommandLine;

/** What is done to the keys of programs from the command line. */
@CommandLine.Command(name = "token", description = "Keys for programs.", subcommands = TokenCreate.class)
public final class TokenCommand {}
