package dev.qiao.ticket.form;

import java.time.Instant;

/**
 * What was asked from a moment on; it never changes.
 *
 * @param number counts the versions of one form, from 1
 * @param name of the form as it was then
 */
public record FormVersion(
        long id, long form, String code, int number, String name, Definition definition, Instant at, long by) {}
