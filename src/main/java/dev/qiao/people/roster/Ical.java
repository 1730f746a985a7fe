package dev.qiao.people.roster;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A calendar as RFC 5545 writes it: moments in UTC, lines folded at 75 octets, ends of lines CRLF. */
public final class Ical {
    /**
     * One event of a calendar (RFC 5545, section 3.6.1).
     *
     * @param uid the same whenever the same event is written again
     */
    public record Event(String uid, Instant from, Instant to, String summary, String description) {}

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;

    private final StringBuilder text = new StringBuilder();

    private Ical() {}

    /** Events as iCalendar (RFC 5545), lines folded at 75 octets. */
    public static String of(String name, List<Event> events, Instant now) {
        var calendar = new Ical();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Qiao//Roster//ZH");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        for (var event : events) calendar.event(event, now);
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Event event, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(event.uid()));
        line("DTSTAMP:" + MOMENT.format(now));
        line("DTSTART:" + MOMENT.format(event.from()));
        line("DTEND:" + MOMENT.format(event.to()));
        line("SUMMARY:" + escaped(event.summary()));
        if (!event.description().isEmpty()) line("DESCRIPTION:" + escaped(event.description()));
        line("TRANSP:OPAQUE");
        line("END:VEVENT");
    }

    /** A line that is too long goes on after a blank; no character is cut. */
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(point);
            octets += size;
            i += Character.charCount(point);
        }
        text.append("\r\n");
    }

    static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }
}
