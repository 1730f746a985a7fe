package dev.qiao.base.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST whose work is done by a {@link dev.qiao.base.Batcher}: it runs in no transaction of its own, and keeps its idempotent answer
 * within the batch, see {@link Idempotency#of}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Batched {}
