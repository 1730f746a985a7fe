package dev.qiao.sla;

import dev.qiao.journal.Facts;

/** An agreement was made or changed. */
public record AgreementConfigured(String code, int version) implements Facts {}
