package dev.qiao.channel.mail.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.mail.Mailboxes;
import dev.qiao.journal.Reversals;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back a mailbox, for whoever took it out; what it signed in with is gone. */
@Controller
@Needs(Permission.ADMIN)
class MailboxRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    MailboxRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/mailboxes/{id}/restoration")
    String create(@PathVariable long id, Me me) {
        reversals.bringBack(Mailboxes.KIND, Mailboxes.KIND, id, null, me, clock.instant());
        return "redirect:/mailboxes";
    }
}
