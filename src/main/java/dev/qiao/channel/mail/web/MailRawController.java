package dev.qiao.channel.mail.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.mail.Mails;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A mail byte by byte, to be saved and never shown. */
@Controller
@Needs(Permission.ADMIN)
class MailRawController {
    private final Mails mails;

    MailRawController(Mails mails) {
        this.mails = mails;
    }

    @GetMapping("/mails/{id}/raw")
    ResponseEntity<byte[]> show(@PathVariable long id, Me me) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mail-" + id + ".eml\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(mails.raw(id, me));
    }
}
