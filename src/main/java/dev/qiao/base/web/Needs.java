package dev.qiao.base.web;

import dev.qiao.base.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may reach this handler: whoever has one of these permissions. A handler with neither this nor {@link Open} is refused. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /** None: anybody who is signed in. */
    Permission[] value() default {};
}
