package dev.qiao.channel.mail.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.mail.Mail;
import dev.qiao.channel.mail.Mailbox;
import dev.qiao.channel.mail.Mailboxes;
import dev.qiao.channel.mail.Mails;
import dev.qiao.channel.mail.Mails.Wanted;
import dev.qiao.channel.mail.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The mails that came, and what became of each. */
@Controller
@Needs(Permission.ADMIN)
class MailController {
    private static final int PAGE = 100;
    private static final int SHOWN = 100_000;
    private static final String WAITING = "waiting";

    private final Mails mails;
    private final Mailboxes mailboxes;
    private final InstantSource clock;

    MailController(Mails mails, Mailboxes mailboxes, InstantSource clock) {
        this.mails = mails;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param outcome one of them, or {@code waiting}; absent: all
     * @param before the number of the last mail of the page before
     */
    @GetMapping("/mails")
    String index(
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(required = false) @Nullable Long before,
            Me me,
            Model model) {
        boolean waiting = outcome.equals(WAITING);
        var which = waiting || outcome.isEmpty() ? null : Coded.of(Outcome.class, "outcome", outcome);
        var found = mails.page(new Wanted(which, waiting, null, before), PAGE + 1, me);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("lines", lines(shown, me));
        model.addAttribute("outcome", outcome);
        model.addAttribute(
                "outcomes", Arrays.stream(Outcome.values()).map(Coded::code).toList());
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        model.addAttribute("boxes", !mailboxes.all(me).isEmpty());
        return "channel/mail/web/mails";
    }

    @GetMapping("/mails/{id}")
    String show(@PathVariable long id, Me me, Model model) {
        var mail = mails.find(id, me);
        var raw = mail.raw() ? mails.raw(id, me) : new byte[0];
        model.addAttribute("line", lines(List.of(mail), me).getFirst());
        model.addAttribute(
                "raw", new String(raw, 0, Math.min(SHOWN, raw.length), StandardCharsets.UTF_8).replace("\0", ""));
        model.addAttribute("cut", raw.length > SHOWN);
        return "channel/mail/web/mail";
    }

    /** Gives it up. */
    @DeleteMapping("/mails/{id}")
    String destroy(@PathVariable long id, Me me) {
        mails.drop(id, me, clock.instant());
        return "redirect:/mails/" + id;
    }

    private List<MailLine> lines(List<Mail> shown, Me me) {
        var names = mailboxes.all(me).stream().collect(toMap(Mailbox::id, Mailbox::address));
        return shown.stream()
                .map(mail -> new MailLine(mail, names.getOrDefault(mail.mailbox(), "")))
                .toList();
    }
}
