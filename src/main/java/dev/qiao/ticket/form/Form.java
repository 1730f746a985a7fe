package dev.qiao.ticket.form;

import dev.qiao.ticket.Matter.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for one sort of ticket, and what such a ticket begins with.
 *
 * @param category null: any
 * @param kind null: any
 * @param listed whether it stands in the catalogue
 * @param active false: taken out of use; what was answered stays
 * @param revision moves with every change
 * @param draft what is being worked out; nobody is asked it yet
 * @param current what is asked now; null before the first version
 */
public record Form(
        long id,
        String code,
        String name,
        @Nullable Long category,
        @Nullable Kind kind,
        String icon,
        int place,
        boolean listed,
        boolean active,
        int revision,
        Definition draft,
        @Nullable FormVersion current) {
    /** Whether it asks anybody. */
    public boolean asks() {
        return active && current != null;
    }

    /** Whether something was worked out that nobody is asked yet. */
    public boolean unpublished() {
        return current == null
                || !current.definition().equals(draft)
                || !current.name().equals(name);
    }
}
