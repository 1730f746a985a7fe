package dev.qiao.calendar.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.calendar.Calendars;
import dev.qiao.calendar.HolidayList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A year's published holidays, taken into a calendar. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class HolidayListController {
    private static final int MOST_KB = 256;

    private final Calendars calendars;
    private final InstantSource clock;

    HolidayListController(Calendars calendars, InstantSource clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @PostMapping("/calendars/{code}/lists")
    String create(
            @PathVariable String code,
            @RequestParam(name = "list", required = false) @Nullable MultipartFile file,
            Me me,
            Page page,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) throw Refused.invalid("list", "calendar.list_missing");
        if (file.getSize() > MOST_KB * 1024) throw Refused.tooLarge("list", "calendar.list_too_large", MOST_KB);
        var list = HolidayList.read("list", new String(file.getBytes(), StandardCharsets.UTF_8));
        calendars.load(code, list, me, clock.instant());
        Toast.of(page.t("calendar.loaded", Integer.toString(list.year()))).on(response);
        return "redirect:/calendars/%s?month=%d-01".formatted(code, list.year());
    }
}
