package dev.qiao.channel.web;

import dev.qiao.base.Me;
import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.MenuCount;
import dev.qiao.channel.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where inbox and mail stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ChannelMenu {
    private static final String INBOX = "/inbox";

    @Bean
    Menu inbox() {
        return new Menu("channel.inbox", INBOX, "bell-ring", Permission.REQUEST, 60);
    }

    @Bean
    MenuCount unread(Notices notices) {
        return new MenuCount() {
            @Override
            public String path() {
                return INBOX;
            }

            @Override
            public long count(Me me) {
                return notices.unread(me);
            }
        };
    }

    @Bean
    Menu deliveries() {
        return new Menu("channel.deliveries", "/deliveries", "mail", Permission.ADMIN, 580);
    }

    @Bean
    Menu hooksMenu() {
        return new Menu("channel.hooks", "/hooks", "send", Permission.ADMIN, 581);
    }

    @Bean
    Menu robotsMenu() {
        return new Menu("channel.robots", "/robots", "message-circle", Permission.ADMIN, 582);
    }

    @Bean
    Menu mailsMenu() {
        return new Menu("channel.mails", "/mails", "mail", Permission.ADMIN, 578);
    }

    @Bean
    Menu mailboxesMenu() {
        return new Menu("channel.mailboxes", "/mailboxes", "mail", Permission.ADMIN, 579);
    }
}
