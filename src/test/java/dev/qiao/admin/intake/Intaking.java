package dev.qiao.admin.intake;

import static java.util.stream.Collectors.toMap;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.admin.Verification;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Languages;
import dev.qiao.ticket.Histories;
import dev.qiao.ticket.Histories.Figure;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Files as people bring them, taken in by the desk of the tests. */
@QiaoTest
abstract class Intaking {
    static final Path LOG = Path.of("src/test/resources/incidents/servicenow.csv");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    Intake intake;

    @Autowired
    Histories histories;

    @Autowired
    Tickets tickets;

    @Autowired
    Verification verification;

    @Autowired
    Languages languages;

    @Autowired
    TestClock clock;

    @Autowired
    Db db;

    @TempDir
    Path folder;

    long number(String sql) {
        return db.sql(sql).one(row -> row.number("n"));
    }

    Ticket only(String source) {
        var number = db.sql("select number from ticket.imported where source = :source")
                .bind("source", source)
                .one(row -> row.number("number"));
        return tickets.find(number, Me.QIAO);
    }

    Intake.Outcome run(Path file, @Nullable Path mapping, BooleanSupplier stop) throws IOException {
        var order = new Order(
                file, mapping == null ? null : mapping.toString(), ZONE, null, false, folder.resolve("rejects"));
        return intake.run(order, _ -> {}, stop, english(), clock.instant());
    }

    Lang english() {
        return languages.of(Locale.ENGLISH);
    }

    Map<String, String> figures(String source) {
        return histories.figures(source).stream().collect(toMap(Figure::name, Figure::value));
    }

    Path mapping(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "mapping", ".properties"), text);
    }

    Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "rows", ".csv"), text);
    }
}
