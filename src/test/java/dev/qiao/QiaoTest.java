package dev.qiao;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole desk: real Tomcat on a random port, real PostgreSQL, no background work (tests crank it), and a
 * {@link TestClock}. All such tests share one context, so they make their own people and tickets and touch no others. Maven runs two such
 * desks beside each other ({@code test.desks}), each in a process of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Qiao.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDesk.class)
public @interface QiaoTest {}
