package dev.qiao.channel.robot;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qiao.base.Json;
import dev.qiao.base.reach.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Microsoft Teams, by a workflow that posts what its webhook gets: an Adaptive Card with a button. */
@Component
class Teams implements Vendor {
    record Text(
            String type,
            String text,
            boolean wrap,
            @Nullable String weight) {}

    record Open(String type, String title, String url) {}

    record Card(
            @JsonProperty("$schema") String schema, String type, String version, List<Text> body, List<Open> actions) {}

    record Attachment(String contentType, Card content) {}

    record Message(String type, List<Attachment> attachments) {}

    @Override
    public RobotKind kind() {
        return RobotKind.TEAMS;
    }

    @Override
    public Said write(Note note, String address, @Nullable String secret, Instant now) {
        var body = new ArrayList<Text>();
        body.add(new Text("TextBlock", Plain.marked(note.title()), true, "Bolder"));
        for (var line : note.lines())
            body.add(new Text(
                    "TextBlock",
                    Plain.marked(line.said()) + " [" + Plain.marked(line.title()) + "](" + line.url() + ")",
                    true,
                    null));
        if (!note.moreSaid().isEmpty()) body.add(new Text("TextBlock", Plain.marked(note.moreSaid()), true, null));
        var actions = note.lines().size() == 1
                ? List.of(new Open(
                        "Action.OpenUrl", note.button(), note.lines().getFirst().url()))
                : List.<Open>of();
        var card = new Card("http://adaptivecards.io/schemas/adaptive-card.json", "AdaptiveCard", "1.4", body, actions);
        var message = new Message("message", List.of(new Attachment("application/vnd.microsoft.card.adaptive", card)));
        return new Said(URI.create(address), Json.of(message).text());
    }

    /** A workflow answers 202 with nothing; a connector of old 200 with {@code 1}, and its troubles in the words of a 200. */
    @Override
    public Verdict judge(Answer answer) {
        var text = answer.text().strip();
        if (answer.status() == 200 && text.contains("429")) return new Verdict.TooFast(Duration.ofMinutes(1), "429");
        if (answer.status() == 200 && !text.isEmpty() && !text.equals("1")) return new Verdict.Refused("200", false);
        return Codes.judge(answer);
    }
}
