package dev.qiao.channel.robot;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qiao.base.Json;
import dev.qiao.base.reach.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 飞书自定义机器人: signed in the body by HMAC-SHA256 of nothing under {@code timestamp\nsecret}; a card with a button. */
@Component
class Feishu implements Vendor {
    /** 11232 and 11233: more often than allowed. */
    private static final Map<Long, Duration> FAST =
            Map.of(11232L, Duration.ofMinutes(1), 11233L, Duration.ofMinutes(1), 9499L, Duration.ofSeconds(30));

    /** 19001: the token; 19021: the signature; 19022: address of origin; 19024: keyword. */
    private static final Set<Long> WRONG = Set.of(19001L, 19002L, 19021L, 19022L, 19024L);

    record Text(String tag, String content) {}

    record Header(Text title, String template) {}

    record Element(
            String tag, @Nullable String content, @Nullable List<Button> actions) {}

    record Button(String tag, Text text, String url, String type) {}

    record Card(Header header, List<Element> elements) {}

    record Message(
            @Nullable String timestamp,
            @Nullable String sign,
            @JsonProperty("msg_type") String type,
            Card card) {}

    @Override
    public RobotKind kind() {
        return RobotKind.FEISHU;
    }

    @Override
    public Said write(Note note, String address, @Nullable String secret, Instant now) {
        var text = note.lines().stream()
                        .map(line ->
                                Plain.marked(line.said()) + " [" + Plain.marked(line.title()) + "](" + line.url() + ")")
                        .collect(Collectors.joining("\n"))
                + (note.moreSaid().isEmpty() ? "" : "\n" + Plain.marked(note.moreSaid()));
        var elements = new ArrayList<Element>();
        elements.add(new Element("markdown", text, null));
        if (note.lines().size() == 1)
            elements.add(new Element(
                    "action",
                    null,
                    List.of(new Button(
                            "button",
                            new Text("plain_text", note.button()),
                            note.lines().getFirst().url(),
                            "primary"))));
        var card = new Card(new Header(new Text("plain_text", note.title()), "blue"), elements);
        var stamp = String.valueOf(now.getEpochSecond());
        var message = secret == null
                ? new Message(null, null, "interactive", card)
                : new Message(stamp, Codes.signed(stamp + "\n" + secret, ""), "interactive", card);
        return new Said(URI.create(address), Json.of(message).text());
    }

    @Override
    public Verdict judge(Answer answer) {
        return Codes.judge(answer, "code", FAST, WRONG);
    }
}
