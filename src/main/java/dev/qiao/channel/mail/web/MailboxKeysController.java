package dev.qiao.channel.mail.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.mail.Mailboxes;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** By what the desk signs in to a mailbox, from now on; what is left empty stays. */
@Controller
@Needs(Permission.ADMIN)
class MailboxKeysController {
    private final Mailboxes mailboxes;
    private final InstantSource clock;

    MailboxKeysController(Mailboxes mailboxes, InstantSource clock) {
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    @PostMapping("/mailboxes/{id}/keys")
    String create(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String refresh,
            Me me) {
        var box = mailboxes.find(id, me);
        var kept = MailboxForm.of(box).with(secret, refresh).kept();
        mailboxes.update(id, box.version(), box.draft(), kept, me, clock.instant());
        return "redirect:/mailboxes";
    }
}
