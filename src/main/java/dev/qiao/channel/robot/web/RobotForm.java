package dev.qiao.channel.robot.web;

import dev.qiao.base.Coded;
import dev.qiao.channel.robot.Robot;
import dev.qiao.channel.robot.RobotDraft;
import dev.qiao.channel.robot.RobotKind;
import dev.qiao.channel.robot.Robots.Keys;
import dev.qiao.ticket.Weight.Priority;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a robot holds.
 *
 * @param url its address; empty: as it was
 * @param secret empty: as it was
 * @param seen the version that was read; null for a new one
 */
public record RobotForm(
        String name,
        String kind,
        @Nullable Long team,
        List<String> events,
        String least,
        String language,
        String url,
        String secret,
        @Nullable Boolean inside,
        @Nullable Boolean active,
        @Nullable Integer seen) {
    /** A field that did not come is empty. */
    public RobotForm {
        name = Objects.requireNonNullElse(name, "");
        kind = Objects.requireNonNullElse(kind, "");
        events = Objects.requireNonNullElse(events, List.of());
        least = Objects.requireNonNullElse(least, "");
        language = Objects.requireNonNullElse(language, "");
        url = Objects.requireNonNullElse(url, "").strip();
        secret = Objects.requireNonNullElse(secret, "").strip();
    }

    static RobotForm usual(RobotKind kind) {
        var all = Priority.NORMAL.code();
        return new RobotForm("", kind.code(), null, RobotDraft.USUAL, all, "zh-CN", "", "", false, true, null);
    }

    static RobotForm of(Robot robot) {
        var draft = robot.draft();
        return new RobotForm(
                draft.name(),
                draft.kind().code(),
                draft.team(),
                draft.events(),
                draft.least().code(),
                draft.language(),
                "",
                "",
                draft.inside(),
                draft.active(),
                robot.version());
    }

    /** Errors: invalid, for a word that is unknown. */
    RobotDraft draft() {
        return new RobotDraft(
                name,
                Coded.of(RobotKind.class, "kind", kind),
                team,
                events,
                Coded.of(Priority.class, "least", least),
                language,
                Boolean.TRUE.equals(inside),
                Boolean.TRUE.equals(active));
    }

    Keys keys() {
        return new Keys(url.isEmpty() ? null : url, secret.isEmpty() ? null : secret);
    }

    @Override
    public String toString() {
        return "robot form " + name;
    }
}
