package dev.qiao.admin.console;

import dev.qiao.admin.intake.PeopleColumn;
import dev.qiao.admin.intake.PeopleIntake;
import dev.qiao.admin.intake.PeopleIntake.Fate;
import dev.qiao.admin.intake.PeopleList;
import dev.qiao.base.Coded;
import dev.qiao.base.Command;
import dev.qiao.base.Desk;
import dev.qiao.base.Me;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in people from a list, known ones by login or mail. */
@CommandLine.Command(
        name = "people",
        description =
                "Bring in people from a list (CSV). Who is known by login or mail is brought up to date;"
                        + " all of it happens, or nothing does: with a row that cannot be taken it ends with 1 and stores nothing.")
public final class ImportPeople implements Command {
    @Parameters(paramLabel = "FILE", description = "The list: UTF-8 or GB18030, with a heading.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Say what would happen, store nothing.")
    private boolean dry;

    @Option(names = "--skip", description = "Leave out the rows that cannot be taken, and store the others.")
    private boolean skip;

    @Option(
            names = "--role",
            paramLabel = "CODE",
            description = "A role of those who are new; may be given several times (default: requester).")
    private List<String> roles = List.of("requester");

    @Option(
            names = "--column",
            paramLabel = "FIELD=HEADING",
            description = "Where login, name, mail, phone, title or organization stands, if it is not found by itself.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Override
    public int run(Desk desk) {
        var list = PeopleList.read(bytes(), chosen());
        var intake = desk.door(PeopleIntake.class);
        var given = new LinkedHashSet<>(roles);
        var plan = intake.plan(list, given, Me.QIAO);
        boolean held = !skip && plan.count(Fate.REFUSED) > 0;
        if (!dry && !held) plan = intake.run(list, given, plan.mark(), Me.QIAO, desk.now());
        var lang = desk.door(Languages.class).of(Locale.getDefault());
        if (dry) desk.out().println("# dry run: nothing was stored");
        else if (held) desk.out().println("# nothing was stored; --skip leaves out these rows and stores the others");
        for (var line : plan.lines()) {
            if (line.fate() == Fate.REFUSED)
                desk.out().println("# line " + line.line() + " " + line.called() + ": " + why(line, lang));
        }
        for (var fate : Fate.values()) desk.out().println(fate.code() + " " + plan.count(fate));
        return held ? 1 : 0;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<PeopleColumn, String> chosen() {
        var chosen = new EnumMap<PeopleColumn, String>(PeopleColumn.class);
        columns.forEach((field, heading) -> chosen.put(Coded.of(PeopleColumn.class, "column", field), heading));
        return chosen;
    }

    private static String why(PeopleIntake.Line line, Lang lang) {
        return line.problems().stream()
                .map(problem -> (problem.field() == null ? "" : problem.field() + " ")
                        + lang.t(problem.key(), problem.arguments().toArray()))
                .collect(Collectors.joining("; "));
    }
}
