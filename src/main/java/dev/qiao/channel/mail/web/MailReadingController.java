package dev.qiao.channel.mail.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.mail.Mails;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Having a mail read again that was kept aside. */
@Controller
@Needs(Permission.ADMIN)
class MailReadingController {
    private final Mails mails;
    private final InstantSource clock;

    MailReadingController(Mails mails, InstantSource clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @PostMapping("/mails/{id}/readings")
    String create(@PathVariable long id, Me me) {
        mails.retry(id, me, clock.instant());
        return "redirect:/mails/" + id;
    }
}
