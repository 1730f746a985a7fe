package dev.qiao.ticket.canned;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in the places of a canned text. A word that is none of them stays as it was typed, so that nobody wonders where it went. */
@Component
public class Placeholders {
    /** What can be written, without the braces. */
    public static final List<String> KNOWN =
            List.of("requester", "number", "title", "service", "team", "assignee", "me");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final People people;
    private final Teams teams;
    private final Services services;

    Placeholders(People people, Teams teams, Services services) {
        this.people = people;
        this.teams = teams;
        this.services = services;
    }

    /** The text with everything filled in for this ticket and whoever speaks. */
    public String fill(String text, Ticket ticket, Me me) {
        var values = values(ticket, me);
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    private Map<String, String> values(Ticket ticket, Me me) {
        var values = new LinkedHashMap<String, String>();
        values.put("requester", name(ticket.matter().requester()));
        values.put("number", Long.toString(ticket.number()));
        values.put("title", ticket.matter().title());
        var service = ticket.matter().service();
        values.put(
                "service",
                service == null ? "" : services.find(service).map(Service::name).orElse(""));
        var team = ticket.place().team();
        values.put("team", team == null ? "" : teams.find(team).map(Team::name).orElse(""));
        values.put("assignee", name(ticket.place().person()));
        values.put("me", me.name());
        return values;
    }

    private String name(@Nullable Long person) {
        return person == null ? "" : people.find(person).map(Person::name).orElse("");
    }
}
