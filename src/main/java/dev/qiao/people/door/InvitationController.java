package dev.qiao.people.door;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Open;
import dev.qiao.people.Invitations;
import dev.qiao.people.People;
import dev.qiao.people.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A one-time link, as the person who got it sees it. Looking does not use it up: mail scanners look. */
@Open
@Controller
class InvitationController {
    private final Invitations invitations;
    private final People people;
    private final SignIn signIn;
    private final InstantSource clock;

    InvitationController(Invitations invitations, People people, SignIn signIn, InstantSource clock) {
        this.invitations = invitations;
        this.people = people;
        this.signIn = signIn;
        this.clock = clock;
    }

    @GetMapping("/invitations/{code}")
    String edit(@PathVariable String code, Model model) {
        var invitation = invitations.open(code, clock.instant());
        var person = people.find(invitation.person()).orElseThrow(() -> Refused.notFound("people.link_over"));
        model.addAttribute("code", code);
        model.addAttribute("purpose", invitation.purpose());
        model.addAttribute("person", person);
        return "people/door/invitation";
    }

    @PostMapping("/invitations/{code}")
    String update(
            @PathVariable String code,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var in = signIn.byInvitation(code, password, Entry.source(request), clock.instant());
        return Entry.admit(in, "/", request, response);
    }
}
