package dev.qiao.base.server;

import java.nio.file.Path;

/** A certificate chain and its key, both PEM. */
public record Certificate(Path chain, Path key, boolean selfMade) {}
