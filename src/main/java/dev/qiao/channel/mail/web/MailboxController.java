package dev.qiao.channel.mail.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.channel.mail.MailboxDraft.Access;
import dev.qiao.channel.mail.MailboxDraft.Security;
import dev.qiao.channel.mail.Mailboxes;
import dev.qiao.channel.mail.imap.Imap;
import dev.qiao.channel.mail.smtp.SmtpDoor;
import dev.qiao.people.Organizations;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Level;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The addresses at which people write to the desk. */
@Controller
@Needs(Permission.ADMIN)
class MailboxController {
    private static final int MOST = 500;

    private final Mailboxes mailboxes;
    private final Imap imap;
    private final SmtpDoor smtp;
    private final Services services;
    private final Categories categories;
    private final Organizations organizations;
    private final InstantSource clock;

    MailboxController(
            Mailboxes mailboxes,
            Imap imap,
            SmtpDoor smtp,
            Services services,
            Categories categories,
            Organizations organizations,
            InstantSource clock) {
        this.mailboxes = mailboxes;
        this.imap = imap;
        this.smtp = smtp;
        this.services = services;
        this.categories = categories;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping("/mailboxes")
    String index(Me me, Model model) {
        boolean open = !smtp.address().isEmpty();
        model.addAttribute(
                "lines",
                mailboxes.all(me).stream()
                        .map(box ->
                                new MailboxLine(box, imap.place(box.id(), me).orElse(null), open))
                        .toList());
        model.addAttribute("smtp", smtp.address());
        return "channel/mail/web/mailboxes";
    }

    @GetMapping("/mailboxes/new")
    String form(Page page, Model model) {
        return form(page, model, null, MailboxForm.empty());
    }

    @PostMapping("/mailboxes")
    String create(MailboxForm form, Me me) {
        mailboxes.create(form.draft(), form.kept(), me, clock.instant());
        return "redirect:/mailboxes";
    }

    @GetMapping("/mailboxes/{id}/edit")
    String edit(@PathVariable long id, Me me, Page page, Model model) {
        return form(page, model, id, MailboxForm.of(mailboxes.find(id, me)));
    }

    @PostMapping("/mailboxes/{id}")
    String update(@PathVariable long id, MailboxForm form, Me me) {
        int seen = form.seen() == null ? mailboxes.find(id, me).version() : Objects.requireNonNull(form.seen());
        mailboxes.update(id, seen, form.draft(), form.kept(), me, clock.instant());
        return "redirect:/mailboxes";
    }

    @DeleteMapping("/mailboxes/{id}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        mailboxes.delete(id, me, clock.instant());
        Toast.of(page.t("channel.mailbox_deleted"))
                .undo("POST", "/mailboxes/" + id + "/restoration")
                .on(response);
        return "redirect:/mailboxes";
    }

    private String form(Page page, Model model, @Nullable Long id, MailboxForm form) {
        var lang = page.lang();
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("kinds", words("ticket.kind.", Kind.values(), lang));
        model.addAttribute("levels", words("ticket.level.", Level.values(), lang));
        model.addAttribute("securities", words("channel.mailbox_security.", Security.values(), lang));
        model.addAttribute("accesses", words("channel.mailbox_access.", Access.values(), lang));
        model.addAttribute(
                "services",
                services.active().stream()
                        .map(one -> new Choice(String.valueOf(one.id()), one.name()))
                        .toList());
        model.addAttribute(
                "categories",
                categories.all().stream()
                        .filter(Categories.Category::active)
                        .map(one -> new Choice(String.valueOf(one.id()), one.name()))
                        .toList());
        model.addAttribute(
                "organizations",
                organizations.page("", MOST).stream()
                        .map(one -> new Choice(String.valueOf(one.id()), one.name()))
                        .toList());
        return "channel/mail/web/mailbox";
    }

    private static <E extends Coded> List<Choice> words(String prefix, E[] words, Lang lang) {
        return Arrays.stream(words)
                .map(word -> new Choice(word.code(), lang.t(prefix + word.code())))
                .toList();
    }
}
