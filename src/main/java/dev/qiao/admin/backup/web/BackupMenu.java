package dev.qiao.admin.backup.web;

import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where backups stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class BackupMenu {
    @Bean
    Menu backupsMenu() {
        return new Menu("admin.backup.title", "/backups", "database", Permission.ADMIN, 585);
    }
}
