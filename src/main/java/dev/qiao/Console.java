package dev.qiao;

import dev.qiao.base.Command;
import dev.qiao.base.Desk;
import dev.qiao.base.Errand;
import dev.qiao.base.Refused;
import dev.qiao.base.server.CannotServe;
import dev.qiao.base.server.Database;
import dev.qiao.base.server.Unfinished;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.base.settings.SettingsSource;
import dev.qiao.base.settings.WrongSettings;
import dev.qiao.base.web.Languages;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The command line: reads what was typed, runs it, and says in words what does not work. */
final class Console {
    private static final int FAILED = 1;
    private static final int STOPPED = 130;

    private Console() {}

    static int run(String... arguments) {
        return line().execute(arguments);
    }

    static CommandLine line() {
        var line = new CommandLine(new Serve());
        line.addSubcommand(new Version());
        Qiao.COMMANDS.forEach(line::addSubcommand);
        line.getCommandSpec().usageMessage().footer(settingsTable());
        line.setUsageHelpWidth(120);
        line.registerConverter(ZoneId.class, text -> known(text, ZoneId::of, "a zone such as Asia/Shanghai or +08:00"));
        line.registerConverter(
                Charset.class, text -> known(text, Charset::forName, "an encoding such as UTF-8 or GB18030"));
        line.setExecutionStrategy(Console::execute);
        line.setExecutionExceptionHandler((problem, command, _) -> {
            if (stopping()) return STOPPED;
            var words = words(problem);
            if (words == null) problem.printStackTrace(command.getErr());
            command.getErr().println("qiao: " + (words == null ? "this is a bug in Qiao, please report it" : words));
            return FAILED;
        });
        return line;
    }

    private static <T> T known(String text, Function<String, T> read, String expected) {
        try {
            return read.apply(text);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw new TypeConversionException("'" + text + "' is not known; expected " + expected);
        }
    }

    /** Whether the program was told to stop: what breaks from then on is no news. Asks as the JVM lets one ask. */
    private static boolean stopping() {
        var hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            return !Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return true;
        }
    }

    private static String[] settingsTable() {
        var lines = Stream.of(Setting.values())
                .map(setting -> "  %-24s %s%s"
                        .formatted(
                                setting.variable(),
                                setting.meaning,
                                setting.standard.isEmpty() ? "" : " (" + setting.standard + ")"));
        return Stream.concat(
                        Stream.of(
                                "Settings, from the environment or as in `smtp.url: …` from qiao.yaml in the data folder:"),
                        lines)
                .map(text -> text.replace("%", "%%"))
                .toArray(String[]::new);
    }

    private static int execute(ParseResult typed) {
        var help = CommandLine.executeHelpRequest(typed);
        if (help != null) return help;
        var all = typed.asCommandLineList();
        var last = all.getLast();
        try {
            return execute(all.getFirst().getCommand(), last);
        } catch (RuntimeException problem) {
            throw new CommandLine.ExecutionException(last, "failed", problem);
        }
    }

    private static int execute(Serve serve, CommandLine typed) {
        return switch (typed.<Object>getCommand()) {
            case Serve _ -> serve.run();
            case Version version -> version.run();
            case Command command -> {
                if (command.looks()) there(serve.data);
                yield atDesk(command, settings(serve.data, Map.of()), typed);
            }
            case Errand errand -> onGround(errand, serve.data, typed);
            default -> {
                typed.usage(typed.getErr());
                yield CommandLine.ExitCode.USAGE;
            }
        };
    }

    private static void there(Path folder) {
        boolean begun = Files.exists(folder.resolve("postgres")) || Files.exists(folder.resolve("qiao.yaml"));
        if (!begun && !System.getenv().containsKey(Setting.DATABASE_URL.variable()))
            throw new CannotServe("There is no desk in " + folder.toAbsolutePath());
    }

    /** The settings of this data folder, which is made if need be, under what was typed. */
    static Settings settings(Path folder, Map<Setting, String> typed) {
        try {
            boolean fresh = Files.notExists(folder);
            var data = Files.createDirectories(folder.toAbsolutePath()).toRealPath();
            Unfinished.refuse(data);
            if (fresh) Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
            return SettingsSource.read(data, System.getenv()).with(typed);
        } catch (IOException e) {
            throw new CannotServe("The data folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static int atDesk(Command command, Settings settings, CommandLine line) {
        var quiet = settings.with(Map.of(Setting.WORKERS, "false"));
        var house = Qiao.house(quiet, () -> Database.of(quiet), Map.of())
                .web(WebApplicationType.NONE)
                .lazyInitialization(true);
        try (var context = house.run()) {
            try {
                return command.run(new Desk(context::getBean, settings.data(), System.in, System.out));
            } catch (Refused refused) {
                line.getErr().println("qiao: " + told(refused, context.getBean(Languages.class)));
                return FAILED;
            }
        }
    }

    private static int onGround(Errand errand, Path data, CommandLine line) {
        LoggingSystem.get(Console.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        var ground = new Errand.Ground(
                data.toAbsolutePath(),
                System.getenv(),
                System.out,
                System.err,
                command -> atDesk(command, settings(data, Map.of()), line));
        try {
            return errand.run(ground);
        } catch (Refused refused) {
            line.getErr().println("qiao: " + told(refused, Languages.shipped()));
            return FAILED;
        }
    }

    private static String told(Refused refused, Languages languages) {
        var language = languages.of(Locale.getDefault());
        return refused.problems().stream()
                .map(problem -> (problem.field() == null ? "" : problem.field() + ": ")
                        + language.t(problem.key(), problem.arguments()))
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String words(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> switch (cause) {
                    case CannotServe why -> Stream.of(why.getMessage());
                    case WrongSettings why -> Stream.of(why.getMessage());
                    case PortInUseException why ->
                        Stream.of("port " + why.getPort() + " is taken by another program; choose one with --port");
                    case FlywayException why ->
                        Stream.of("the database does not fit this version of Qiao and was left as it is: "
                                + String.valueOf(why.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""));
                    default -> Stream.<String>empty();
                })
                .findFirst()
                .orElse(null);
    }
}
