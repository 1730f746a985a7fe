package dev.qiao.people.web;

import dev.qiao.people.Invitation;

/** A one-time link as an administrator sees it while it may be used. */
public record OneTime(String url, Invitation invitation) {}
