package dev.qiao.admin.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A first walk through a file: how many rows, and which is the last of each ticket, so that a second walk can let a ticket go as soon
 * as it is complete.
 *
 * @param lastRow the row, counted from 1, after which nothing more is told of a ticket
 */
record Survey(Charset charset, Mapping mapping, Sheet sheet, int rows, Map<String, Integer> lastRow) {

    static Survey of(Path file, Charset charset, Function<List<String>, Mapping> mapping, ZoneId zone)
            throws IOException {
        try (var lines = Lines.of(file, charset)) {
            var csv = Csv.of(lines);
            var header = csv.header();
            var read = mapping.apply(header);
            var sheet = new Sheet(read, header, zone);
            var last = new HashMap<String, Integer>();
            int rows = 0;
            for (var found = csv.next(); found != null; found = csv.next()) {
                rows++;
                if (found instanceof Csv.Row row) last.put(ref(sheet, row), rows);
            }
            return new Survey(charset, read, sheet, rows, last);
        }
    }

    /** Empty for a row that cannot be taken anyway. */
    static String ref(Sheet sheet, Csv.Row row) {
        try {
            return sheet.ref(row.fields());
        } catch (dev.qiao.base.Refused _) {
            return "";
        }
    }
}
