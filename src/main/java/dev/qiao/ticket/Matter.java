package dev.qiao.ticket;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is about, and for whom.
 *
 * @param description Markdown
 * @param requester who wants to work again
 * @param reporter who typed it; often the same person
 * @param vip whether the customer is one, as it was when the ticket was opened or last given to a customer
 * @param startedAt when the fault began, as stated; null when nobody said
 */
public record Matter(
        Kind kind,
        String title,
        String description,
        @Nullable Long category,
        @Nullable Long service,
        @Nullable Long organization,
        long requester,
        long reporter,
        Source source,
        @Nullable Instant startedAt,
        List<String> tags,
        boolean restricted,
        boolean vip) {
    /** The requester, or who reported for a colleague; not who took it down for somebody at the desk. */
    public boolean asks(Me me) {
        return me.id() == requester || (me.id() == reporter && !me.may(Permission.TICKET_WORK));
    }

    /** The same, for everybody or for named people alone. */
    Matter restricted(boolean wanted) {
        return new Matter(
                kind,
                title,
                description,
                category,
                service,
                organization,
                requester,
                reporter,
                source,
                startedAt,
                tags,
                wanted,
                vip);
    }

    /** What sort of thing is asked: 故障, 请求, 咨询, 投诉, 任务. */
    public enum Kind implements Coded {
        INCIDENT,
        REQUEST,
        QUESTION,
        COMPLAINT,
        TASK
    }

    /** Through which door a ticket came in. */
    public enum Source implements Coded {
        WEB,
        API,
        PHONE,
        MAIL,
        CHAT,
        MONITORING,
        /** A machine, before users notice anything. */
        WARNING,
        IMPORT,
        OTHER
    }
}
