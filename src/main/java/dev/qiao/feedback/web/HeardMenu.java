package dev.qiao.feedback.web;

import dev.qiao.base.Me;
import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.MenuCount;
import dev.qiao.feedback.call.Calls;
import dev.qiao.feedback.complaint.Complaints;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the room stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class HeardMenu {
    @Bean
    Menu complaintsMenu() {
        return new Menu("feedback.complaints", "/complaints", "flag", Permission.TICKET_WORK, 62);
    }

    @Bean
    Menu callsMenu() {
        return new Menu("feedback.calls", "/calls", "headset", Permission.TICKET_WORK, 63);
    }

    @Bean
    Menu suggestionsMenu() {
        return new Menu("feedback.suggestions", "/suggestions", "lightbulb", Permission.REQUEST, 95);
    }

    @Bean
    Menu surveysMenu() {
        return new Menu("feedback.surveys", "/surveys", "clipboard-check", Permission.REPORT_SEE, 303);
    }

    @Bean
    Menu commentsMenu() {
        return new Menu("feedback.comments", "/comments", "message-circle", Permission.REPORT_SEE, 304);
    }

    @Bean
    Menu practiceMenu() {
        return new Menu("feedback.practice", "/practice", "smile", Permission.DESK_CONFIGURE, 566);
    }

    @Bean
    MenuCount callsToMake(Calls calls, InstantSource clock) {
        return new MenuCount() {
            @Override
            public String path() {
                return "/calls";
            }

            @Override
            public long count(Me me) {
                return calls.due(me, clock.instant()).size();
            }
        };
    }

    @Bean
    MenuCount openComplaints(Complaints complaints) {
        return new MenuCount() {
            @Override
            public String path() {
                return "/complaints";
            }

            @Override
            public long count(Me me) {
                return complaints.open(me).size();
            }
        };
    }
}
