package dev.qiao.ticket;

/** How panels call the pages of those who ask. The desk's page of a ticket goes by {@link Tickets#KIND}. */
public final class HelpPages {
    /** The page on which somebody follows their ticket; its subject is the number. */
    public static final String TICKET = "help_ticket";

    /** Where they start; its subject is the person. */
    public static final String HOME = "help_home";

    private HelpPages() {}
}
