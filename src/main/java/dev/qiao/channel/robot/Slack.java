package dev.qiao.channel.robot;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qiao.base.Json;
import dev.qiao.base.reach.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Slack's incoming webhooks: the address is the secret; blocks with a button, and the same as plain text for notifications. */
@Component
class Slack implements Vendor {
    private static final int SECTION = 2_900;

    record Text(String type, String text) {}

    record Button(String type, Text text, String url) {}

    record Block(String type, @Nullable Text text, @Nullable List<Button> elements) {}

    record Message(
            String text, @JsonProperty("unfurl_links") boolean unfurl, List<Block> blocks) {}

    @Override
    public RobotKind kind() {
        return RobotKind.SLACK;
    }

    @Override
    public Said write(Note note, String address, @Nullable String secret, Instant now) {
        var blocks = new ArrayList<Block>();
        blocks.add(section("*" + Plain.slack(note.title()) + "*"));
        var text = new StringBuilder();
        for (var line : note.lines()) {
            var said = Plain.slack(line.said()) + " <" + line.url() + "|" + Plain.slack(line.title()) + ">\n";
            if (text.length() + said.length() > SECTION) {
                blocks.add(section(text.toString()));
                text.setLength(0);
            }
            text.append(said);
        }
        blocks.add(section(text + Plain.slack(note.moreSaid())));
        if (note.lines().size() == 1)
            blocks.add(new Block(
                    "actions",
                    null,
                    List.of(new Button(
                            "button",
                            new Text("plain_text", note.button()),
                            note.lines().getFirst().url()))));
        return new Said(
                URI.create(address),
                Json.of(new Message(Plain.slack(note.title()), false, blocks)).text());
    }

    private static Block section(String text) {
        return new Block("section", new Text("mrkdwn", text), null);
    }

    @Override
    public Verdict judge(Answer answer) {
        return Codes.judge(answer);
    }
}
