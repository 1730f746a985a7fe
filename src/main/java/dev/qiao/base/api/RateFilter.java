package dev.qiao.base.api;

import dev.qiao.base.Refused;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.base.web.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps one caller from crowding out the others: a rate for each person, a smaller one for each address that nobody signed in from. */
@Component
@Order(10)
class RateFilter extends ApiFilter {
    private static final int BURST = 10;
    private static final int STRANGERS = 20;

    private final Rates people;
    private final Rates strangers;

    RateFilter(Problems problems, Settings settings) {
        super(problems);
        int rate = settings.number(Setting.API_RATE);
        this.people = new Rates(rate, rate * BURST);
        this.strangers = new Rates(strangers(rate), strangers(rate) * BURST);
    }

    /** 0 is no limit, so a small rate does not become one. */
    static int strangers(int rate) {
        return rate == 0 ? 0 : Math.max(1, rate / STRANGERS);
    }

    @Override
    void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var me = Visitor.of(request);
        var rates = me.isPresent() ? people : strangers;
        var caller = me.map(m -> "person " + m.id()).orElseGet(() -> "address " + request.getRemoteAddr());
        long wait = rates.take(caller, System.nanoTime());
        if (wait > 0) {
            long seconds = Math.ceilDiv(wait, 1_000_000_000L);
            response.setHeader("Retry-After", Long.toString(seconds));
            throw Refused.tooMany(Duration.ofSeconds(seconds), "base.api.too_many", rates.perSecond(), seconds);
        }
        chain.doFilter(request, response);
    }
}
