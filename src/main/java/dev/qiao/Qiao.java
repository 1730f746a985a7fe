package dev.qiao;

import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.base.settings.SettingsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The program. */
@SpringBootApplication
public class Qiao {
    static void main(String[] args) throws IOException {
        var data = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "data"))
                .toRealPath();
        var settings = SettingsSource.read(data, System.getenv());
        new SpringApplicationBuilder(Qiao.class)
                .initializers(context -> settings(context, settings))
                .run();
    }

    /** Gives the settings to the beans, and to Spring those that it knows by other names. */
    static void settings(ConfigurableApplicationContext context, Settings settings) {
        context.getBeanFactory().registerSingleton("settings", settings);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("qiao", Map.of("qiao.workers", settings.text(Setting.WORKERS))));
    }
}
