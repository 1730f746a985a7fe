package dev.qiao.sla.restore;

import dev.qiao.journal.Facts;

/** Agreements apply elsewhere than before: said no more since changes tell before and after, still to be read. */
public record SelectionConfigured(int selections) implements Facts {}
