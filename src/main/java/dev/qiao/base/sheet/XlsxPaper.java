package dev.qiao.base.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of one sheet. Texts are stored as texts, so that none is a formula whatever it begins with. */
final class XlsxPaper implements Paper {
    private static final int LONGEST = 32_000;

    private final Workbook book;
    private final Worksheet sheet;
    private final ZoneId zone;
    private int rows;

    XlsxPaper(OutputStream out, ZoneId zone) {
        this.book = new Workbook(out, "Qiao", "1.0");
        this.sheet = book.newWorksheet("1");
        this.zone = zone;
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) cell(column, cells.get(column));
        rows++;
    }

    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(rows, column, number);
            case Instant at -> {
                sheet.value(rows, column, LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), zone));
                sheet.style(rows, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> {
                var text = printable(value.toString());
                sheet.inlineString(rows, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
    }

    /** XML knows no other control characters. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void finish() throws IOException {
        book.finish();
    }
}
