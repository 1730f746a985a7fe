package dev.qiao.ticket.form.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.form.Forms;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Out of use; what was answered stays. */
@RestController
@RequestMapping("/api/v1/forms/{code}/retirement")
@Needs(Permission.DESK_CONFIGURE)
class FormRetirementApi {
    private final Forms forms;
    private final InstantSource clock;

    FormRetirementApi(Forms forms, InstantSource clock) {
        this.forms = forms;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void create(@PathVariable String code, Me me) {
        forms.activate(code, false, me, clock.instant());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable String code, Me me) {
        forms.activate(code, true, me, clock.instant());
    }
}
