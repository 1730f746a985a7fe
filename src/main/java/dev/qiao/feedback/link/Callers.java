package dev.qiao.feedback.link;

import dev.qiao.base.Refused;
import dev.qiao.base.api.Rates;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Who opens links without a sign-in is counted by address: enough for an office behind one, too little for guessing. */
@Component
public class Callers {
    private static final int BURST = 60;

    private final Rates rates = new Rates(1, BURST);

    /** Errors: too many, from this address. */
    public void count(String address) {
        long wait = rates.take(address, System.nanoTime());
        if (wait > 0) throw Refused.tooMany(Duration.ofNanos(wait), "feedback.too_often");
    }
}
