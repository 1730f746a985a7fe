package dev.qiao.asset.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Permission;
import dev.qiao.base.sheet.Exports;
import dev.qiao.base.sheet.Format;
import dev.qiao.base.sheet.Sheet;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue of services as a file. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class ServiceExportController {
    private final ServiceLines lines;
    private final Exports exports;

    ServiceExportController(ServiceLines lines, Exports exports) {
        this.lines = lines;
        this.exports = exports;
    }

    @GetMapping("/services/export")
    void index(
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable String as,
            Page page,
            HttpServletResponse response)
            throws IOException {
        var heads = List.of(
                page.t("asset.name"),
                page.t("asset.code"),
                page.t("asset.teams"),
                page.t("asset.owner"),
                page.t("asset.critical"),
                page.t("asset.active"));
        var rows = lines.all().stream().map(line -> cells(line, page)).toList();
        exports.write(
                new Sheet(page.t("asset.services"), heads, Sheet.Source.of(rows)),
                Coded.of(Format.class, "format", format),
                as,
                page,
                response);
    }

    private static List<@Nullable Object> cells(ServiceLine line, Page page) {
        var service = line.service();
        return Arrays.asList(
                service.name(),
                service.code(),
                String.join(" → ", line.teams()),
                line.owner(),
                page.t(service.critical() ? "base.sheet.yes" : "base.sheet.no"),
                page.t(service.active() ? "base.sheet.yes" : "base.sheet.no"));
    }
}
