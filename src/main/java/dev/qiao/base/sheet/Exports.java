package dev.qiao.base.sheet;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Writes lists into files while they are read. Who waits for one can see how far it is and stop it; it stops by itself when nobody
 * listens any more. A file is bounded, and says so in its last row when there was more.
 */
@Component
public class Exports {
    /** So many rows go into one file. */
    public static final int MOST = 50_000;

    private static final int AT_ONCE = 6;
    private static final int EACH = 2;
    private static final String ID = "[A-Za-z0-9-]{8,64}";

    /** One that is being written. */
    static final class Running {
        private final long person;
        private final AtomicInteger rows = new AtomicInteger();
        private volatile boolean stopped;

        Running(long person) {
            this.person = person;
        }

        int rows() {
            return rows.get();
        }
    }

    private final Map<String, Running> running = new ConcurrentHashMap<>();

    /**
     * Writes the list as the answer.
     *
     * @param as the name under which whoever waits asks how far it is; null: nobody will
     */
    void write(Sheet sheet, Format format, @Nullable String as, Page page, HttpServletResponse response)
            throws IOException {
        var id = as != null && as.matches(ID) ? as : Long.toHexString(System.nanoTime()) + "-unnamed";
        var mine = begin(id, page.reader().id());
        try {
            response.setContentType(format.type());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + file(sheet.name(), format));
            write(sheet, paper(format, response.getOutputStream(), page), mine, page);
        } finally {
            running.remove(id, mine);
        }
    }

    private Running begin(String id, long person) {
        var mine = new Running(person);
        synchronized (running) {
            long own = running.values().stream().filter(r -> r.person == person).count();
            if (running.size() >= AT_ONCE || own >= EACH)
                throw Refused.tooMany(Duration.ofSeconds(5), "base.sheet.too_many");
            if (running.putIfAbsent(id, mine) != null) throw Refused.conflict("base.sheet.too_many");
        }
        return mine;
    }

    private static Paper paper(Format format, OutputStream out, Page page) throws IOException {
        var zone = page.times().zone();
        return switch (format) {
            case CSV -> new CsvPaper(out, zone);
            case XLSX -> new XlsxPaper(out, zone);
        };
    }

    private static void write(Sheet sheet, Paper paper, Running mine, Page page) throws IOException {
        paper.row(sheet.heads());
        for (var rows = sheet.source().next();
                rows.isPresent();
                rows = sheet.source().next()) {
            for (var row : rows.get()) {
                if (mine.rows() >= MOST) {
                    paper.row(said(page.t("base.sheet.cut", page.number(MOST))));
                    paper.finish();
                    return;
                }
                if (mine.stopped) throw new IOException("stopped by who asked for it");
                paper.row(row);
                mine.rows.incrementAndGet();
            }
            paper.flush();
        }
        paper.finish();
    }

    private static List<@Nullable Object> said(String text) {
        var row = new ArrayList<@Nullable Object>();
        row.add(text);
        return row;
    }

    private static String file(String name, Format format) {
        return URLEncoder.encode(name + "." + format.code(), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    /** One that this person waits for. */
    Optional<Running> find(String id, long person) {
        return Optional.ofNullable(running.get(id)).filter(r -> r.person == person);
    }

    void stop(String id, long person) {
        find(id, person).ifPresent(r -> r.stopped = true);
    }
}
