package dev.qiao.base.sheet;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rows are written on. Whatever a cell holds, no program that opens the file takes it for a formula. */
sealed interface Paper permits CsvPaper, XlsxPaper {
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Sends what has been written on its way, and holds none of it. */
    void flush() throws IOException;

    void finish() throws IOException;
}
