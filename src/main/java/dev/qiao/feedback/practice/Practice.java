package dev.qiao.feedback.practice;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import org.jspecify.annotations.Nullable;

/**
 * How the desk deals with what it hears; also how the audit shows it.
 *
 * @param grievanceHours working hours after which a grievance that nobody settled becomes a complaint
 * @param callPercent of closed tickets after which somebody is rung up
 * @param callVips whether that is done after every ticket of a VIP
 * @param callLow whether that is done after every rating of one or two
 */
public record Practice(
        @Nullable Integer grievanceHours,
        @Nullable Integer callPercent,
        @Nullable Boolean callVips,
        @Nullable Boolean callLow) {
    private static final int MOST_HOURS = 400;

    /** The same with other hours. */
    public Practice after(int hours) {
        return new Practice(hours, callPercent, callVips, callLow);
    }

    /** The same with other calls. */
    public Practice calling(int percent, boolean vips, boolean low) {
        return new Practice(grievanceHours, percent, vips, low);
    }

    public int hours() {
        return grievanceHours == null ? 0 : grievanceHours;
    }

    public int percent() {
        return callPercent == null ? 0 : callPercent;
    }

    public boolean vips() {
        return Boolean.TRUE.equals(callVips);
    }

    public boolean low() {
        return Boolean.TRUE.equals(callLow);
    }

    /** As it is stored. Errors: every field that is wrong, at once. */
    Practice checked() {
        var wrong = new Objections();
        wrong.read(() -> within(grievanceHours, 1, MOST_HOURS, "grievanceHours", "feedback.hours_range"));
        wrong.read(() -> within(callPercent, 0, 100, "callPercent", "feedback.percent_range"));
        wrong.raise();
        return new Practice(grievanceHours, callPercent, vips(), low());
    }

    private static Integer within(@Nullable Integer number, int least, int most, String field, String key) {
        if (number == null || number < least || number > most) throw Refused.invalid(field, key, most);
        return number;
    }
}
