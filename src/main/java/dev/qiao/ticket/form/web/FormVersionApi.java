package dev.qiao.ticket.form.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.form.Definition;
import dev.qiao.ticket.form.FormVersion;
import dev.qiao.ticket.form.Forms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a form, the newest first. */
@RestController
@RequestMapping("/api/v1/forms/{code}/versions")
@Needs
class FormVersionApi {
    record VersionJson(int version, String name, Instant at, Definition definition) {}

    private final Forms forms;
    private final InstantSource clock;

    FormVersionApi(Forms forms, InstantSource clock) {
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    Slice<VersionJson> index(@PathVariable String code, Paging paging) {
        List<VersionJson> all = forms.history(forms.find(code)).stream()
                .map(FormVersionApi::json)
                .toList();
        return paging.of(all, "form_versions");
    }

    /** From now on this is asked. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.DESK_CONFIGURE)
    VersionJson create(@PathVariable String code, @RequestBody Definition body, Me me) {
        var now = clock.instant();
        var drawn = forms.redraft(code, forms.find(code).revision(), body, me, now);
        var current = forms.publish(code, drawn.revision(), me, now).current();
        if (current == null) throw Refused.notFound("ticket.form.no_such", code);
        return json(current);
    }

    private static VersionJson json(FormVersion version) {
        return new VersionJson(version.number(), version.name(), version.at(), version.definition());
    }
}
