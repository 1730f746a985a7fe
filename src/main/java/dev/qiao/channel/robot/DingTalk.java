package dev.qiao.channel.robot;

import dev.qiao.base.Json;
import dev.qiao.base.reach.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 钉钉自定义机器人: signed in the address by HMAC-SHA256 of {@code timestamp\nsecret} under the secret; an action card with a button for one
 * thing, Markdown for several.
 */
@Component
class DingTalk implements Vendor {
    /** 130101: more than twenty a minute, and silence for ten. */
    private static final Map<Long, Duration> FAST =
            Map.of(130101L, Duration.ofMinutes(10), 130102L, Duration.ofMinutes(10), -1L, Duration.ofSeconds(30));

    /** 310000: keyword, signature or address of origin; 300001: the token; 40035 and 400101: parameters. */
    private static final Set<Long> WRONG = Set.of(310000L, 300001L, 300005L, 40035L, 400013L, 400101L, 400102L);

    record Button(String title, String actionURL) {}

    record Card(String title, String text, String btnOrientation, List<Button> btns) {}

    record Markdown(String title, String text) {}

    record Message(
            String msgtype,
            @Nullable Card actionCard,
            @Nullable Markdown markdown) {}

    @Override
    public RobotKind kind() {
        return RobotKind.DINGTALK;
    }

    @Override
    public Said write(Note note, String address, @Nullable String secret, Instant now) {
        var text = text(note);
        var message = note.lines().size() == 1
                ? new Message(
                        "actionCard",
                        new Card(
                                note.title(),
                                text,
                                "0",
                                List.of(new Button(
                                        note.button(), note.lines().getFirst().url()))),
                        null)
                : new Message("markdown", null, new Markdown(note.title(), text));
        return new Said(
                URI.create(secret == null ? address : signed(address, secret, now)),
                Json.of(message).text());
    }

    private static String text(Note note) {
        return "### " + Plain.marked(note.title()) + "\n\n"
                + note.lines().stream()
                        .map(line -> "- " + Plain.marked(line.said()) + " [" + Plain.marked(line.title()) + "]("
                                + line.url() + ")")
                        .collect(Collectors.joining("\n"))
                + (note.moreSaid().isEmpty() ? "" : "\n\n" + Plain.marked(note.moreSaid()));
    }

    private static String signed(String address, String secret, Instant now) {
        long millis = now.toEpochMilli();
        var sign = URLEncoder.encode(Codes.signed(secret, millis + "\n" + secret), StandardCharsets.UTF_8);
        return address + (address.contains("?") ? "&" : "?") + "timestamp=" + millis + "&sign=" + sign;
    }

    @Override
    public Verdict judge(Answer answer) {
        return Codes.judge(answer, "errcode", FAST, WRONG);
    }
}
