package dev.qiao;

import dev.qiao.admin.console.BackupCommand;
import dev.qiao.admin.console.Import;
import dev.qiao.admin.console.RestoreCommand;
import dev.qiao.admin.console.Verify;
import dev.qiao.base.server.Database;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.people.console.Admin;
import dev.qiao.people.console.TokenCommand;
import dev.qiao.signal.console.SourceCommand;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.FullyQualifiedConfigurationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The program: {@code bin/qiao} ends here. */
@SpringBootApplication(nameGenerator = FullyQualifiedConfigurationBeanNameGenerator.class)
public class Qiao {
    /** What rooms add to the command line. */
    static final List<Class<?>> COMMANDS = List.of(
            Admin.class,
            TokenCommand.class,
            Import.class,
            Verify.class,
            BackupCommand.class,
            RestoreCommand.class,
            SourceCommand.class);

    static void main(String[] args) {
        System.exit(Console.run(args));
    }

    /** The house with these settings and this database, in front of which {@code properties} are hung; not yet open. */
    static SpringApplicationBuilder house(
            Settings settings, Supplier<Database> database, Map<String, Object> properties) {
        return new SpringApplicationBuilder(Qiao.class)
                .initializers(context -> furnish((GenericApplicationContext) context, settings, database))
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("listening", properties)));
    }

    /** Gives the beans their settings and their database. */
    static void furnish(GenericApplicationContext context, Settings settings, Supplier<Database> database) {
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(Database.class, database);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "qiao",
                        Map.of(
                                "qiao.workers",
                                settings.text(Setting.WORKERS),
                                "qiao.demo",
                                settings.text(Setting.DEMO))));
    }
}
