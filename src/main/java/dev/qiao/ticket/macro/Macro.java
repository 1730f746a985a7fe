package dev.qiao.ticket.macro;

import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several acts at once.
 *
 * @param id 0 before it is stored
 * @param team whose it is; null: everybody's
 * @param orders in the order in which they are done; their texts may hold placeholders
 */
public record Macro(long id, @Nullable Long team, String name, List<Order> orders, boolean active) {
    public Macro {
        orders = List.copyOf(orders);
    }

    /** Whether one of its acts says something to the requester. */
    public boolean replies() {
        return orders.stream().anyMatch(order -> order.deed() == Deed.REPLY);
    }
}
