package dev.qiao.base.sheet;

import dev.qiao.base.Coded;
import dev.qiao.base.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that is asked for as a file. Who handles the request takes it as an argument, and answers with it. */
public final class Export {
    private final Exports exports;
    private final String format;
    private final @Nullable String as;
    private final HttpServletResponse response;

    Export(Exports exports, String format, @Nullable String as, HttpServletResponse response) {
        this.exports = exports;
        this.format = format;
        this.as = as;
        this.response = response;
    }

    /**
     * Writes the list as the answer.
     *
     * @param name of the file, without its ending
     * @param heads the keys of the words above the columns
     */
    public void write(String name, List<String> heads, Sheet.Source source, Page page) throws IOException {
        var sheet = new Sheet(name, heads.stream().map(page::t).toList(), source);
        exports.write(sheet, Coded.of(Format.class, "format", format), as, page, response);
    }
}
