package dev.qiao.people.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.people.roster.Ical.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IcalTest {
    private static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");

    @Test
    void anEventIsWrittenAsTheStandardSays() {
        var text =
                Ical.of("何静值班", List.of(new Event("1@qiao", NINE, NINE.plusSeconds(3600), "值班; 一, 二", "a\nb")), NINE);
        assertThat(text.split("\r\n"))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .contains(
                        "UID:1@qiao",
                        "DTSTAMP:20261118T010000Z",
                        "DTSTART:20261118T010000Z",
                        "DTEND:20261118T020000Z",
                        "SUMMARY:值班\\; 一\\, 二",
                        "DESCRIPTION:a\\nb")
                .endsWith("END:VEVENT", "END:VCALENDAR");
    }

    @Test
    void noLineIsLongerThanSeventyFiveOctetsAndUnfoldedItIsWhatItWas() {
        var random = new Random(5);
        for (int round = 0; round < 300; round++) {
            var words = new StringBuilder();
            for (int i = 0; i < random.nextInt(120); i++)
                words.appendCodePoint("aé桥🌉".codePointAt(List.of(0, 1, 2, 3).get(random.nextInt(4))));
            var text = Ical.of("n", List.of(new Event("u", NINE, NINE.plusSeconds(60), words.toString(), "")), NINE);
            assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
            assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + words + "\r\n");
        }
    }
}
