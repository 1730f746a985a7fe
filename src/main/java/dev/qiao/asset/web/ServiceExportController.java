package dev.qiao.asset.web;

import dev.qiao.base.Permission;
import dev.qiao.base.sheet.Export;
import dev.qiao.base.sheet.Sheet;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The catalogue of services as a file. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class ServiceExportController {
    private final ServiceLines lines;

    ServiceExportController(ServiceLines lines) {
        this.lines = lines;
    }

    @GetMapping("/services/export")
    void index(Page page, Export file) throws IOException {
        var heads = List.of(
                "asset.name",
                "asset.code",
                "asset.teams",
                "asset.owner",
                "asset.critical",
                "asset.active",
                "asset.rests_on");
        var rows = lines.all().stream().map(line -> cells(line, page)).toList();
        file.write(page.t("asset.services"), heads, Sheet.Source.of(rows), page);
    }

    private static List<@Nullable Object> cells(ServiceLine line, Page page) {
        var service = line.service();
        return Arrays.asList(
                service.name(),
                service.code(),
                String.join(" → ", line.teams()),
                line.owner(),
                page.t(service.critical() ? "base.sheet.yes" : "base.sheet.no"),
                page.t(service.active() ? "base.sheet.yes" : "base.sheet.no"),
                String.join(", ", line.restsOn()));
    }
}
