package dev.qiao.sla;

import dev.qiao.journal.Facts;

/** Agreements apply elsewhere than before. */
public record SelectionConfigured(int selections) implements Facts {}
