package dev.qiao.ticket.form.web.admin;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.form.Forms;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a field stands among the others. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class PlaceController {
    private final Forms forms;
    private final InstantSource clock;

    PlaceController(Forms forms, InstantSource clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /** One up or, with {@code down}, one down; at the end it stays. */
    @PostMapping("/forms/{code}/fields/{field}/place")
    String update(
            @PathVariable String code,
            @PathVariable String field,
            @RequestParam int revision,
            @RequestParam(defaultValue = "false") boolean down,
            Me me) {
        var draft = forms.find(code).draft();
        var fields = new ArrayList<>(draft.fields());
        int at = FieldController.place(fields, field);
        int to = down ? at + 1 : at - 1;
        if (to >= 0 && to < fields.size()) Collections.swap(fields, at, to);
        forms.redraft(code, revision, draft.fields(fields), me, clock.instant());
        return "redirect:/forms/" + code;
    }
}
