package dev.qiao.channel;

import dev.qiao.base.reach.Reach;
import dev.qiao.base.web.Languages;
import dev.qiao.base.web.Templates;
import dev.qiao.base.web.Times;
import dev.qiao.people.Invitation;
import dev.qiao.people.Invitations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes a letter in the language of its reader, at the moment it is sent, with the link that holds then. */
@Component
class Letters {
    private final People people;
    private final Invitations invitations;
    private final Languages languages;
    private final Reach reach;
    private final Templates templates;

    Letters(People people, Invitations invitations, Languages languages, Templates templates, Reach reach) {
        this.people = people;
        this.invitations = invitations;
        this.languages = languages;
        this.templates = templates;
        this.reach = reach;
    }

    /** Empty when the link is used or over, or nobody is left to read it. */
    Optional<Letter> write(Delivery delivery, String domain, Instant now) {
        var person = people.find(delivery.person()).filter(p -> p.active() && p.mail() != null);
        var invitation = invitations.find(delivery.subject());
        var link = invitations.link(delivery.subject(), now);
        if (person.isEmpty() || invitation.isEmpty() || link.isEmpty()) return Optional.empty();
        return Optional.of(letter(delivery, person.get(), invitation.get(), reach.of(link.get()), domain, now));
    }

    private Letter letter(
            Delivery delivery, Person person, Invitation invitation, String link, String domain, Instant now) {
        var lang = languages.of(person.language());
        var until = new Times(lang, person.zone(), now).exact(invitation.expiresAt());
        var words = new LetterWords(
                lang.t("channel.letter_greeting", person.name()),
                lang.t("channel.letter_" + delivery.letter().code()),
                link,
                lang.t("channel.letter_until", until),
                lang.t("channel.letter_machine"));
        return new Letter(
                "qiao." + delivery.entry() + "." + delivery.id() + "@" + domain,
                String.valueOf(person.mail()),
                lang.t("channel.letter_subject_" + delivery.letter().code()),
                words.text(),
                templates.render("channel/web/letter", Map.of("lang", lang, "words", words)),
                lang.tag(),
                now);
    }
}
