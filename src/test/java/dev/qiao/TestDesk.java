package dev.qiao;

import dev.qiao.admin.backup.Plan;
import dev.qiao.admin.backup.Plans;
import dev.qiao.base.Me;
import dev.qiao.base.server.Database;
import dev.qiao.base.server.Ready;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.base.settings.SettingsSource;
import dev.qiao.people.Crowd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The desk of this test run: a fresh data folder under {@code target} (or where {@code bin/test} found room in memory), a settable clock,
 * an HTTP client.
 */
public final class TestDesk implements ApplicationContextInitializer<GenericApplicationContext> {
    /** Another database for the whole run, as {@code bin/test --all} asks for. */
    private static final Map<Setting, String> OUTSIDE = outside();

    @Override
    public void initialize(GenericApplicationContext context) {
        var settings = settings();
        Qiao.furnish(context, settings, () -> Database.of(settings));
        context.registerBean("testClock", TestClock.class, bean -> bean.setPrimary(true));
        context.addApplicationListener(
                (ContextRefreshedEvent _) -> context.getBean(Ready.class).opened());
        // Backups are ordered by tests, not by the hours that their clock passes over.
        context.addApplicationListener((ContextRefreshedEvent _) ->
                context.getBean(Plans.class).change(new Plan(null, 14), Me.QIAO, TestClock.MONDAY));
        // Whichever test comes first: somebody has taken this desk over.
        context.addApplicationListener((ContextRefreshedEvent _) -> {
            var crowd = context.getBean(Crowd.class);
            crowd.withPassword(crowd.person(TestClock.MONDAY, "admin"), TestClock.MONDAY);
        });
        context.registerBean(
                "http", Http.class, () -> Http.of(context.getEnvironment()), bean -> bean.setLazyInit(true));
    }

    private static Settings settings() {
        var all = new HashMap<>(OUTSIDE);
        all.put(Setting.WORKERS, "false");
        all.put(Setting.HOST_METRICS, "false");
        all.put(Setting.PASSPHRASE, "a passphrase of tests");
        return SettingsSource.read(freshFolder(), Map.of()).with(all);
    }

    private static Path freshFolder() {
        try {
            var root = Files.createDirectories(Path.of(System.getProperty("qiao.test.data", "target/test-data")));
            var folder = root.resolve(Long.toString(ProcessHandle.current().pid()));
            deleteOld(root);
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders of runs that are over. Two desks begin at once: what one has moved away, the other does not find. */
    private static void deleteOld(Path root) throws IOException {
        try (var folders = Files.list(root)) {
            for (var folder : folders.filter(TestDesk::isOver).toList()) {
                var mine = folder.resolveSibling(ProcessHandle.current().pid() + "-" + folder.getFileName());
                try {
                    FileSystemUtils.deleteRecursively(Files.move(folder, mine));
                } catch (NoSuchFileException _) {
                    // the other desk's to delete
                }
            }
        }
    }

    private static boolean isOver(Path folder) {
        long run = Long.parseLong(folder.getFileName().toString().replaceAll("-.*", ""));
        return ProcessHandle.of(run).isEmpty();
    }

    private static Map<Setting, String> outside() {
        var settings = new HashMap<Setting, String>();
        for (var setting : new Setting[] {Setting.DATABASE_URL, Setting.DATABASE_OWNER_URL}) {
            var value = System.getProperty("qiao." + setting.key());
            if (value != null) settings.put(setting, value);
        }
        return settings;
    }
}
