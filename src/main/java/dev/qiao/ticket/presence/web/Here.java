package dev.qiao.ticket.presence.web;

import dev.qiao.base.web.Face;

/** Somebody else at a ticket, as a page shows them. */
public record Here(Face face, boolean typing) {}
