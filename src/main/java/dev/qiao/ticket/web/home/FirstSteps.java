package dev.qiao.ticket.web.home;

import dev.qiao.base.Db;
import dev.qiao.base.FirstStep;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What an empty desk asks of its administrator. Once all of it is done nobody is asked again. */
@Component
public class FirstSteps {
    /**
     * One of the steps.
     *
     * @param done from the data
     */
    public record Line(String key, String path, boolean done) {}

    private final ObjectProvider<FirstStep> steps;
    private volatile boolean over;

    FirstSteps(ObjectProvider<FirstStep> steps) {
        this.steps = steps;
    }

    /** Empty when there is nothing left to do, or it is not for this person. */
    List<Line> of(Me me) {
        if (over || !me.may(Permission.ADMIN)) return List.of();
        var lines = steps.stream()
                .sorted(Comparator.comparingInt(FirstStep::place))
                .map(step -> new Line(step.key(), step.path().get(), step.done().getAsBoolean()))
                .toList();
        over = lines.stream().allMatch(Line::done);
        return over ? List.of() : lines;
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {
        @Bean
        FirstStep firstTicket(Db db) {
            return new FirstStep(
                    "ticket.first_ticket",
                    "/tickets/new",
                    50,
                    () -> db.sql("select exists (select from ticket.ticket) as any")
                            .one(row -> row.yes("any")));
        }
    }
}
