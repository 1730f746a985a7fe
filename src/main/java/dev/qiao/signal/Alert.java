package dev.qiao.signal;

import dev.qiao.base.Coded;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One time that something was wrong, from the first word of it to the last.
 *
 * @param id 0 before it is stored
 * @param key by which the sender knows the thing that is wrong
 * @param startedAt when it began, as the sender says: with the key, what makes it this time and no other
 * @param beganAt the same as far as it can be believed
 * @param severity what the rules made of what the sender said
 * @param said how bad the sender says it is
 * @param count how often the sender said so
 * @param incident null: it belongs to none (yet)
 * @param silence by which nobody is called for it, or was when it was over; null: by none
 * @param flapping whether it has come and gone so often lately that its being over means little
 */
public record Alert(
        long id,
        long source,
        String key,
        String group,
        Instant startedAt,
        Instant beganAt,
        @Nullable Instant endedAt,
        State state,
        Severity severity,
        Severity said,
        String title,
        String text,
        String url,
        Map<String, String> labels,
        long count,
        Instant firstAt,
        Instant lastAt,
        @Nullable Long service,
        @Nullable Long incident,
        @Nullable Long silence,
        boolean flapping) {

    private static final int LONGEST_TEXT = 10_000;

    /** 触发, 已确认, 已恢复. */
    public enum State implements Coded {
        OPEN,
        ACKNOWLEDGED,
        RESOLVED
    }

    public boolean open() {
        return state != State.RESOLVED;
    }

    /** Told again at this moment, with what is said of it now. */
    Alert again(Told told, Instant at) {
        return new Alert(
                id,
                source,
                key,
                told.group(),
                startedAt,
                beganAt,
                endedAt,
                state,
                told.severity(),
                told.severity(),
                told.title(),
                told.text(),
                told.url(),
                told.labels(),
                count + 1,
                firstAt,
                later(lastAt, at),
                service,
                incident,
                silence,
                flapping);
    }

    /** Told again after it was over: counted, and nothing else. */
    Alert echoed(Instant at) {
        return with(state, endedAt, count + 1, later(lastAt, at));
    }

    /** With a word more about it, below those before; as far as there is room. */
    Alert noted(String words, Instant at) {
        var more = (text + "\n" + words).strip();
        return more.length() > LONGEST_TEXT
                ? this
                : new Alert(
                        id,
                        source,
                        key,
                        group,
                        startedAt,
                        beganAt,
                        endedAt,
                        state,
                        severity,
                        said,
                        title,
                        more,
                        url,
                        labels,
                        count,
                        firstAt,
                        later(lastAt, at),
                        service,
                        incident,
                        silence,
                        flapping);
    }

    Alert acknowledged(Instant at) {
        return open() ? with(State.ACKNOWLEDGED, null, count, later(lastAt, at)) : this;
    }

    /** Over since that moment; what is over stays so. */
    Alert over(Instant end, Instant at) {
        if (!open()) return this;
        return with(State.RESOLVED, end.isBefore(beganAt) ? beganAt : end, count, later(lastAt, at));
    }

    /** As bad as this. */
    Alert graded(Severity grade) {
        return grade == severity ? this : with(grade, group, service, incident, silence);
    }

    /** Put together with others than its sender did. */
    Alert grouped(String other) {
        return with(severity, other, service, incident, silence);
    }

    /** About this service, in this incident. */
    Alert placed(@Nullable Long about, @Nullable Long in) {
        return with(severity, group, about, in, silence);
    }

    /** Nobody is called for it because of this silence; null: that is over. */
    Alert silenced(@Nullable Long by) {
        return with(severity, group, service, incident, by);
    }

    private Alert with(Severity grade, String together, @Nullable Long about, @Nullable Long in, @Nullable Long by) {
        return new Alert(
                id, source, key, together, startedAt, beganAt, endedAt, state, grade, said, title, text, url, labels,
                count, firstAt, lastAt, about, in, by, flapping);
    }

    private Alert with(State next, @Nullable Instant end, long times, Instant last) {
        return new Alert(
                id, source, key, group, startedAt, beganAt, end, next, severity, said, title, text, url, labels, times,
                firstAt, last, service, incident, silence, flapping);
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }
}
