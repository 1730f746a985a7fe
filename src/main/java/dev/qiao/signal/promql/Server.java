package dev.qiao.signal.promql;

/**
 * A server that is asked by PromQL.
 *
 * @param passed whether the desk shows something to be let in
 */
public record Server(long id, int version, ServerDraft draft, boolean passed) {}
