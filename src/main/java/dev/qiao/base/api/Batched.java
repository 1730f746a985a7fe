package dev.qiao.base.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST whose work is done by a {@link dev.qiao.base.Batcher}: it runs in no transaction of its own. What it makes carries the unique
 * draft id of {@code Idempotency.of(request).map(Key::draft)}, so that the same key makes it once.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Batched {}
