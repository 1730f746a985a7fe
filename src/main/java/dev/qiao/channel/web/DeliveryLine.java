package dev.qiao.channel.web;

import dev.qiao.channel.Delivery;
import org.jspecify.annotations.Nullable;

/** A letter with whom it is for. */
public record DeliveryLine(
        Delivery delivery, String name, @Nullable String mail) {}
