package dev.qiao.journal;

import java.util.Locale;

/**
 * What an entry says, as a record that belongs to the room that speaks: ids, codes and message keys with arguments, never people's
 * names or free text. A stored record only ever grows.
 */
public interface Facts {
    ClassValue<String> ACTS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getSimpleName()
                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("_", ".");
        }
    };

    /** The name of the act, which is the name of the record: {@code TicketHandedOver} is {@code ticket.handed_over}. */
    default String act() {
        return act(getClass());
    }

    static String act(Class<? extends Facts> type) {
        return ACTS.get(type);
    }
}
