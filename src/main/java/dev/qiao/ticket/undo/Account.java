package dev.qiao.ticket.undo;

/** Whoever keeps account of what was done hears of what its doer has taken back on the ticket itself. */
public interface Account {
    /**
     * Inside the transaction that takes it back.
     *
     * @param version of the ticket after the act
     */
    void takenBack(long number, int version);
}
