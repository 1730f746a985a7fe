package dev.qiao.people.roster.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Preferences;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Languages;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.roster.Duties;
import dev.qiao.people.roster.Feeds.Feed;
import dev.qiao.people.roster.Ical;
import dev.qiao.people.roster.Ical.Event;
import dev.qiao.people.roster.Layer;
import dev.qiao.people.roster.Roster;
import dev.qiao.people.roster.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Shifts of the last month and the next three as a calendar, in the language of whose it is. */
@Component
class FeedTexts {
    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(92);

    private final Duties duties;
    private final Teams teams;
    private final People people;
    private final Languages languages;
    private final Preferences preferences;

    FeedTexts(Duties duties, Teams teams, People people, Languages languages, Preferences preferences) {
        this.duties = duties;
        this.teams = teams;
        this.people = people;
        this.languages = languages;
        this.preferences = preferences;
    }

    String of(Feed feed, Instant now) {
        if (feed.person() != null) return ofPerson(people.find(feed.person()).orElseThrow(), now);
        return ofTeam(teams.find(Objects.requireNonNull(feed.team())).orElseThrow(), now);
    }

    private String ofPerson(Person person, Instant now) {
        var lang = languages.of(person.language());
        var own = teams.ofMember(person.id()).stream().filter(Team::active).collect(toMap(Team::id, team -> team));
        var events = new ArrayList<Event>();
        var from = from(now);
        duties.of(own.keySet(), from.minus(Roster.REACH), now.plus(AHEAD).plus(Roster.REACH))
                .forEach((id, roster) -> {
                    var team = Objects.requireNonNull(own.get(id));
                    for (var shift : roster.whole(from, now.plus(AHEAD))) {
                        if (shift.of(person.id()))
                            events.add(event(roster, shift, lang.t("people.feed_duty", team.name()), lang, Map.of()));
                    }
                });
        return Ical.of(lang.t("people.feed_of", person.name()), events, now);
    }

    private String ofTeam(Team team, Instant now) {
        var lang = languages.of(preferences.language());
        var roster = duties.of(
                team.id(), from(now).minus(Roster.REACH), now.plus(AHEAD).plus(Roster.REACH));
        var shifts = roster.whole(from(now), now.plus(AHEAD));
        var ids = new HashSet<Long>();
        for (var shift : shifts) {
            if (shift.person() != null) ids.add(shift.person());
            if (shift.post().instead() != null) ids.add(shift.post().instead());
        }
        var names = people.of(ids).values().stream().collect(toMap(Person::id, Person::name));
        List<Event> events = shifts.stream()
                .map(shift -> event(roster, shift, summary(shift, names, team, lang), lang, names))
                .toList();
        return Ical.of(lang.t("people.feed_of", team.name()), events, now);
    }

    private static Instant from(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).minus(BACK);
    }

    private static String summary(Shift shift, Map<Long, String> names, Team team, Lang lang) {
        var instead = shift.post().instead();
        if (!shift.gap()) return names.getOrDefault(shift.person(), "") + " " + team.name();
        return instead == null
                ? lang.t("people.gap_nobody")
                : lang.t("people.gap_missing", names.getOrDefault(instead, ""));
    }

    private static Event event(Roster roster, Shift shift, String summary, Lang lang, Map<Long, String> names) {
        var post = shift.post();
        var layer = roster.layers().stream()
                .filter(l -> post.layer() != null && l.id() == post.layer())
                .map(Layer::name)
                .findFirst()
                .orElse("");
        var instead = post.person() == null || post.instead() == null ? null : names.get(post.instead());
        var description = instead == null ? layer : (layer + " " + lang.t("people.instead_of", instead)).strip();
        var uid = "%d-%s-%s-%d@qiao"
                .formatted(
                        roster.team(), post.layer(), post.person(), shift.from().getEpochSecond());
        return new Event(uid, shift.from(), shift.to(), summary, description);
    }
}
