package dev.qiao.channel.robot;

import dev.qiao.base.Json;
import dev.qiao.base.reach.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 企业微信群机器人: the key in its address is all; Markdown with links, which has no buttons. */
@Component
class WeCom implements Vendor {
    /** 45009: more often than allowed. */
    private static final Map<Long, Duration> FAST = Map.of(45009L, Duration.ofMinutes(1), -1L, Duration.ofSeconds(30));

    /** 93000: the key; 93004, 93008: the robot was taken away; 40058 and 40008: parameters. */
    private static final Set<Long> WRONG = Set.of(93000L, 93004L, 93008L, 40058L, 40008L, 44004L, 45002L);

    record Markdown(String content) {}

    record Message(String msgtype, Markdown markdown) {}

    @Override
    public RobotKind kind() {
        return RobotKind.WECOM;
    }

    @Override
    public Said write(Note note, String address, @Nullable String secret, Instant now) {
        var text = "**" + Plain.marked(note.title()) + "**\n"
                + note.lines().stream()
                        .map(line -> "> " + Plain.marked(line.said()) + " [" + Plain.marked(line.title()) + "]("
                                + line.url() + ")")
                        .collect(Collectors.joining("\n"))
                + (note.moreSaid().isEmpty() ? "" : "\n" + Plain.marked(note.moreSaid()));
        return new Said(
                URI.create(address),
                Json.of(new Message("markdown", new Markdown(text))).text());
    }

    @Override
    public Verdict judge(Answer answer) {
        return Codes.judge(answer, "errcode", FAST, WRONG);
    }
}
