package dev.qiao.base;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A step of the first ten minutes of a desk, that the room in question contributes. It ticks itself off.
 *
 * @param key of the text that says what to do; with {@code _hint} behind it, why
 * @param path of the page where it is done, or where it goes on when it is half done
 * @param place order, smallest first
 * @param done looked up in the data each time, so it is cheap
 */
public record FirstStep(String key, Supplier<String> path, int place, BooleanSupplier done) {
    public FirstStep(String key, String path, int place, BooleanSupplier done) {
        this(key, () -> path, place, done);
    }
}
