package dev.qiao.admin.intake;

import dev.qiao.base.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of people as a file holds it: UTF-8 or GB18030, with a heading.
 *
 * @param columns where each thing stands
 */
public record PeopleList(List<String> headings, Map<PeopleColumn, Integer> columns, List<Row> rows) {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_ROWS = 5_000;

    /**
     * One person of the list.
     *
     * @param line in the file
     * @param broken a message key; null for a row that can be read
     */
    public record Row(
            int line,
            Map<PeopleColumn, String> values,
            @Nullable String broken) {
        @Nullable
        String value(PeopleColumn column) {
            return values.get(column);
        }
    }

    /**
     * Reads all of it. Errors: too large, no heading, no column for names.
     *
     * @param chosen the headings of columns that are not found by themselves
     */
    public static PeopleList read(byte[] bytes, Map<PeopleColumn, String> chosen) {
        if (bytes.length > MOST_BYTES) throw Refused.tooLarge("file", "admin.people.too_large", MOST_BYTES >> 20);
        try (var lines = Lines.of(new ByteArrayInputStream(bytes), charset(bytes))) {
            var csv = Csv.of(lines);
            var headings = csv.header();
            var columns = PeopleColumn.find(headings, chosen);
            if (headings.isEmpty()) throw Refused.invalid("file", "admin.people.no_heading");
            if (!columns.containsKey(PeopleColumn.NAME))
                throw Refused.invalid("file", "admin.people.no_name", String.join(", ", headings));
            return new PeopleList(headings, columns, rows(csv, headings.size(), columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(Csv csv, int width, Map<PeopleColumn, Integer> columns) throws IOException {
        var rows = new ArrayList<Row>();
        for (var found = csv.next(); found != null; found = csv.next()) {
            if (rows.size() == MOST_ROWS) throw Refused.tooLarge("file", "admin.people.too_many", MOST_ROWS);
            rows.add(
                    switch (found) {
                        case Csv.Broken broken -> new Row(broken.line(), Map.of(), broken.why());
                        case Csv.Row row
                        when row.fields().size() != width -> new Row(row.line(), Map.of(), "admin.people.width");
                        case Csv.Row row -> new Row(row.line(), values(row.fields(), columns), null);
                    });
        }
        return rows;
    }

    private static Map<PeopleColumn, String> values(List<String> fields, Map<PeopleColumn, Integer> columns) {
        var values = new EnumMap<PeopleColumn, String>(PeopleColumn.class);
        columns.forEach((column, place) -> {
            var value = fields.get(place).strip();
            if (!value.isEmpty()) values.put(column, value);
        });
        return values;
    }

    /** What is no UTF-8 is taken for GB18030, as spreadsheets in Chinese offices write it. */
    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException _) {
            return Lines.GB18030;
        }
    }
}
