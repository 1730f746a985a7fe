package dev.qiao.sla.restore;

import dev.qiao.journal.Facts;

/** An agreement was made or changed: said no more since changes tell before and after, still to be read. */
public record AgreementConfigured(String code, int version) implements Facts {}
