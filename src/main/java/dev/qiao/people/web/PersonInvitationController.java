package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Invitation.Purpose;
import dev.qiao.people.Invitations;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Offers somebody a one-time link: to come in for the first time, or to choose another password. */
@Needs(Permission.PEOPLE_EDIT)
@Controller
class PersonInvitationController {
    private final Invitations invitations;
    private final InstantSource clock;

    PersonInvitationController(Invitations invitations, InstantSource clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    @PostMapping("/people/{id}/invitation")
    String create(@PathVariable long id, Me me) {
        var purpose = invitations.signsIn(id) ? Purpose.RESET : Purpose.INVITATION;
        invitations.offer(id, purpose, me, clock.instant());
        return "redirect:/people/" + id;
    }
}
