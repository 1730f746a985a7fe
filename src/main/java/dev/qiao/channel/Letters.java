package dev.qiao.channel;

import dev.qiao.base.reach.Reach;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Languages;
import dev.qiao.base.web.Templates;
import dev.qiao.base.web.Times;
import dev.qiao.channel.RatingWords.Star;
import dev.qiao.channel.mail.Marks;
import dev.qiao.feedback.link.RatingLinks;
import dev.qiao.feedback.link.RatingLinks.Asked;
import dev.qiao.feedback.survey.SurveyLinks;
import dev.qiao.people.Invitations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Writes a letter in the language of its reader, at the moment it is sent, with the link that holds then. */
@Component
class Letters {
    private final People people;
    private final Invitations invitations;
    private final RatingLinks ratings;
    private final SurveyLinks surveys;
    private final Languages languages;
    private final Reach reach;
    private final Templates templates;
    private final Marks marks;

    Letters(
            People people,
            Invitations invitations,
            RatingLinks ratings,
            SurveyLinks surveys,
            Languages languages,
            Templates templates,
            Reach reach,
            Marks marks) {
        this.people = people;
        this.invitations = invitations;
        this.ratings = ratings;
        this.surveys = surveys;
        this.languages = languages;
        this.templates = templates;
        this.reach = reach;
        this.marks = marks;
    }

    /** What a letter says, in text and HTML. */
    private record Said(String subject, String text, String html) {}

    /** Empty when the link is used or over, or nobody is left to read it. */
    Optional<Letter> write(Delivery delivery, String domain, Instant now) {
        var person = people.find(delivery.person()).filter(p -> p.active() && p.mail() != null);
        if (person.isEmpty()) return Optional.empty();
        var lang = languages.of(person.get().language());
        var said = switch (delivery.letter()) {
            case INVITATION, RESET -> invited(delivery, person.get(), lang, now);
            case RESOLVED -> asked(delivery, person.get(), lang, now);
            case SURVEY -> surveyed(delivery, person.get(), lang, now);
        };
        // An answer to what tells of a ticket finds its way back there.
        boolean marked = delivery.letter() == Occasion.RESOLVED;
        var mark = marked ? ".t" + marks.mark(delivery.subject()) : "";
        return said.map(words -> new Letter(
                "qiao." + delivery.entry() + "." + delivery.id() + mark + "@" + domain,
                String.valueOf(person.get().mail()),
                marked ? words.subject() + " " + marks.subject(delivery.subject()) : words.subject(),
                words.text(),
                words.html(),
                lang.tag(),
                now));
    }

    private Optional<Said> invited(Delivery delivery, Person person, Lang lang, Instant now) {
        var invitation = invitations.find(delivery.subject());
        var link = invitations.link(delivery.subject(), now);
        if (invitation.isEmpty() || link.isEmpty()) return Optional.empty();
        var until = new Times(lang, person.zone(), now).exact(invitation.get().expiresAt());
        var words = new LetterWords(
                lang.t("channel.letter_greeting", person.name()),
                lang.t("channel.letter_" + delivery.letter().code()),
                reach.of(link.get()),
                lang.t("channel.letter_until", until),
                lang.t("channel.letter_machine"));
        return Optional.of(new Said(
                lang.t("channel.letter_subject_" + delivery.letter().code()),
                words.text(),
                templates.render("channel/web/letter", Map.of("lang", lang, "words", words))));
    }

    /** Of a ticket that is told in confidence only its number is written down where mail servers read along. */
    private Optional<Said> asked(Delivery delivery, Person person, Lang lang, Instant now) {
        return ratings.of(delivery.subject(), delivery.person(), now).map(asked -> {
            var words = words(asked, person, lang, now);
            var number = Long.toString(asked.number());
            return new Said(
                    asked.title() == null
                            ? lang.t("channel.letter_subject_resolved", number)
                            : lang.t("channel.letter_subject_resolved_title", number, asked.title()),
                    words.text(),
                    templates.render("channel/web/resolved", Map.of("lang", lang, "words", words)));
        });
    }

    private Optional<Said> surveyed(Delivery delivery, Person person, Lang lang, Instant now) {
        return surveys.of(delivery.subject(), now).map(asked -> {
            var words = new LetterWords(
                    lang.t("channel.letter_greeting", person.name()),
                    asked.survey().intro().isEmpty()
                            ? lang.t("channel.letter_survey", asked.survey().name())
                            : asked.survey().intro(),
                    reach.of(asked.path()),
                    lang.t(
                            "channel.letter_survey_until",
                            new Times(lang, person.zone(), now)
                                    .exact(asked.sent().expiresAt())),
                    lang.t("channel.letter_machine"));
            return new Said(
                    asked.survey().name(),
                    words.text(),
                    templates.render("channel/web/letter", Map.of("lang", lang, "words", words)));
        });
    }

    private RatingWords words(Asked asked, Person person, Lang lang, Instant now) {
        var number = Long.toString(asked.number());
        var stars = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> new Star(n, lang.t("feedback.stars." + n), reach.of(asked.path()) + "?stars=" + n))
                .sorted((a, b) -> b.stars() - a.stars())
                .toList();
        return new RatingWords(
                lang.t("channel.letter_greeting", person.name()),
                asked.title() == null
                        ? lang.t("channel.letter_resolved", number)
                        : lang.t("channel.letter_resolved_title", number, Objects.requireNonNull(asked.title())),
                lang.t("channel.letter_rate"),
                stars,
                lang.t("channel.letter_not_solved"),
                reach.of("/my/" + number),
                lang.t("channel.letter_rate_until", new Times(lang, person.zone(), now).exact(asked.until())),
                lang.t("channel.letter_machine"));
    }
}
