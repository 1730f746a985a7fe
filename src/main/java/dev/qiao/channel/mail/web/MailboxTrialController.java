package dev.qiao.channel.mail.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.mail.imap.Imap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a box can be fetched, before it is saved. */
@Controller
@Needs(Permission.ADMIN)
class MailboxTrialController {
    private final Imap imap;

    MailboxTrialController(Imap imap) {
        this.imap = imap;
    }

    /** @param of the mailbox whose secret is used when none is typed */
    @PostMapping("/mailboxes/trial")
    String create(@RequestParam(required = false) @Nullable Long of, MailboxForm form, Me me, Model model) {
        model.addAttribute("tried", imap.attempt(of, form.draft(), form.kept(), me));
        return "channel/mail/web/trial";
    }
}
