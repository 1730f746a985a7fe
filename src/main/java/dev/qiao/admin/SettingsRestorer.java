package dev.qiao.admin;

import dev.qiao.admin.DeskPreferences.Chosen;
import dev.qiao.journal.Restorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the settings of the desk are taken back. */
@Configuration(proxyBeanMethods = false)
class SettingsRestorer {
    @Bean
    Restorer adminSettingRestorer(DeskPreferences preferences) {
        return new Restorer("admin.setting", (change, me, now) -> {
            var was = change.must(DeskPreferences.Value.class);
            var wanted = DeskPreferences.with(preferences.chosen(), change.code(), was.value());
            return () -> preferences.change(wanted, me, now);
        });
    }

    /** Of the time when all settings were told at once. */
    @Bean
    Restorer adminSettingsRestorer(DeskPreferences preferences) {
        return new Restorer("admin.settings", (change, me, now) -> {
            var was = change.must(Chosen.class);
            return () -> preferences.change(was, me, now);
        });
    }
}
