package dev.qiao.channel.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where inbox and mail stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ChannelMenu {
    @Bean
    Menu deliveries() {
        return new Menu("channel.deliveries", "/deliveries", "mail", Permission.ADMIN, 580);
    }
}
