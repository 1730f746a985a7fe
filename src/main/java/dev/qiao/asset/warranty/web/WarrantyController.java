package dev.qiao.asset.warranty.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.asset.warranty.Warranties;
import dev.qiao.asset.warranty.Warranty;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Until when what services run on is under warranty. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class WarrantyController {
    private static final int SHOWN = 100;

    private final Warranties warranties;
    private final Services services;
    private final Preferences preferences;
    private final InstantSource clock;

    WarrantyController(Warranties warranties, Services services, Preferences preferences, InstantSource clock) {
        this.warranties = warranties;
        this.services = services;
        this.preferences = preferences;
        this.clock = clock;
    }

    @Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL, Permission.DESK_CONFIGURE})
    @GetMapping("/warranties")
    String index(@RequestParam(required = false) @Nullable Long after, Me me, Page page, Model model) {
        var from = after == null ? null : warranties.find(after, me);
        var found = warranties.list(from, SHOWN + 1, me);
        var shown = found.stream().limit(SHOWN).toList();
        var today = LocalDate.ofInstant(page.now(), preferences.zone());
        model.addAttribute("lines", shown.stream().map(it -> line(it, today)).toList());
        model.addAttribute("next", found.size() > SHOWN ? shown.getLast().id() : null);
        return "asset/warranty/web/index";
    }

    /** @param service whose it is to be, where that is known */
    @GetMapping("/warranties/new")
    String form(@RequestParam(required = false) @Nullable String service, Page page, Model model) {
        var about = service == null
                ? null
                : services.byCode(service).map(Service::id).orElse(null);
        return form(page, model, null, WarrantyForm.empty(about));
    }

    @PostMapping("/warranties")
    String create(WarrantyForm form, Me me) {
        warranties.create(form.draft(), me, clock.instant());
        return "redirect:/warranties";
    }

    @GetMapping("/warranties/{id}/edit")
    String edit(@PathVariable long id, Me me, Page page, Model model) {
        return form(page, model, id, WarrantyForm.of(warranties.find(id, me)));
    }

    @PostMapping("/warranties/{id}")
    String update(@PathVariable long id, WarrantyForm form, Me me) {
        int seen = form.seen() == null ? warranties.find(id, me).version() : Objects.requireNonNull(form.seen());
        warranties.update(id, seen, form.draft(), me, clock.instant());
        return "redirect:/warranties";
    }

    @DeleteMapping("/warranties/{id}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        warranties.delete(id, me, clock.instant());
        Toast.of(page.t("asset.warranty_deleted"))
                .undo("POST", "/warranties/" + id + "/restoration")
                .on(response);
        return "redirect:/warranties";
    }

    private WarrantyLine line(Warranty warranty, LocalDate today) {
        var service = warranty.draft().service();
        return new WarrantyLine(
                warranty, service == null ? null : services.find(service).orElse(null), today);
    }

    private String form(Page page, Model model, @Nullable Long id, WarrantyForm form) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("services", choices(form.service(), page));
        return "asset/warranty/web/form";
    }

    private List<Choice> choices(@Nullable Long now, Page page) {
        return Choice.standing(
                services.active().stream()
                        .map(service -> new Choice(String.valueOf(service.id()), service.name()))
                        .toList(),
                now == null ? null : String.valueOf(now),
                id -> services.find(Long.parseLong(id)).map(service -> page.t("base.retired", service.name())));
    }
}
