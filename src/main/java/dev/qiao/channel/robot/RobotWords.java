package dev.qiao.channel.robot;

import dev.qiao.base.reach.Reach;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Languages;
import dev.qiao.channel.hook.HookEvent;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a robot says, in its language. */
@Component
class RobotWords {
    private final Languages languages;
    private final Reach reach;

    RobotWords(Languages languages, Reach reach) {
        this.languages = languages;
        this.reach = reach;
    }

    /** With the first lines of all, and that there are more. */
    Note of(Robot robot, List<RobotMessage> all, int lines) {
        var lang = languages.of(Locale.forLanguageTag(robot.draft().language()));
        var shown = all.stream()
                .limit(lines)
                .map(message -> new Note.Line(said(message, lang), titled(message), url(message)))
                .toList();
        var title = all.size() == 1 ? shown.getFirst().said() : lang.t("channel.robot_digest", all.size());
        int more = all.size() - shown.size();
        return new Note(title, shown, more > 0 ? lang.t("channel.robot_more", more) : "", lang.t("channel.robot_open"));
    }

    private static String said(RobotMessage message, Lang lang) {
        var event = lang.t("channel.hook_event." + message.event());
        return message.event().equals(HookEvent.PING)
                ? event
                : event + " · " + lang.t("ticket.priority." + message.priority().code());
    }

    private static String titled(RobotMessage message) {
        return message.subject() > 0 ? message.subject() + " " + message.title() : message.title();
    }

    private String url(RobotMessage message) {
        return reach.of(message.subject() > 0 ? "/tickets/" + message.subject() : "/robots/" + message.robot());
    }
}
