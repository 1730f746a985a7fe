package dev.qiao.ticket.view;

import dev.qiao.base.Coded;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Weight.Priority;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a condition can be about; its code is the name of the parameter in an address. */
public enum Field implements Coded {
    STAGE("stage", Stage.Name.values()),
    PRIORITY("priority", Priority.values()),
    KIND("kind", Kind.values()),
    SOURCE("source", Source.values()),
    HOLD_FOR("hold_for", Stage.HoldFor.values()),
    OUTCOME("outcome", Outcome.values()),
    CAUSE("cause", Cause.values()),
    TEAM("team_id", Sort.ID),
    ASSIGNEE("assignee_id", Sort.ID),
    REQUESTER("requester_id", Sort.ID),
    SERVICE("service_id", Sort.ID),
    ORGANIZATION("organization_id", Sort.ID),
    CATEGORY("category_id", Sort.ID),
    VIP("vip", Sort.FLAG),
    TAG("tags", Sort.TEXT),
    /** What a form asked: {@code printer.floor~3}. */
    ANSWER("number", Sort.TEXT),
    DUE("due_at", Sort.DAY),
    RETURNS("return_at", Sort.DAY),
    OPENED("opened_at", Sort.DAY),
    RESOLVED("resolved_at", Sort.DAY),
    CHANGED("updated_at", Sort.DAY);

    /** How the values of a field look. */
    public enum Sort {
        WORD,
        ID,
        FLAG,
        /** Words that people typed; a ticket may have several. */
        TEXT,
        DAY
    }

    private final String column;
    private final Sort sort;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> words;

    Field(String column, Sort sort) {
        this.column = column;
        this.sort = sort;
        this.words = sort == Sort.FLAG ? List.of("yes", "no") : List.of();
    }

    Field(String column, Coded[] words) {
        this.column = column;
        this.sort = Sort.WORD;
        this.words = Arrays.stream(words).map(Coded::code).toList();
    }

    String column() {
        return "t." + column;
    }

    public Sort sort() {
        return sort;
    }

    /** Those that a field of words knows. */
    public List<String> words() {
        return words;
    }

    static Optional<Field> of(String code) {
        return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
    }
}
