package dev.qiao.ticket.view;

import dev.qiao.asset.Services;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Categories;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads lenses from addresses: what is named by a number must be known here. */
@Component
public class Lenses {
    private final People people;
    private final Teams teams;
    private final Services services;
    private final Organizations organizations;
    private final Categories categories;

    Lenses(People people, Teams teams, Services services, Organizations organizations, Categories categories) {
        this.people = people;
        this.teams = teams;
        this.services = services;
        this.organizations = organizations;
        this.categories = categories;
    }

    /** From the parameters of a request, each with its values. */
    public Lens read(Map<String, List<String>> parameters) {
        return LensAddress.read(parameters, this::known);
    }

    /** From an address as {@link Lens#address} writes it. */
    public Lens read(String address) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var part : address.split("&")) {
            int at = part.indexOf('=');
            if (at > 0)
                parameters
                        .computeIfAbsent(part.substring(0, at), _ -> new ArrayList<>())
                        .add(URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
        }
        return read(parameters);
    }

    /** One token, such as {@code team:3}. */
    public Optional<Term> token(String text) {
        return LensAddress.token(text, this::known);
    }

    private boolean known(Field field, long id) {
        return switch (field) {
            case TEAM -> teams.find(id).isPresent();
            case ASSIGNEE, REQUESTER -> people.find(id).isPresent();
            case SERVICE -> services.find(id).isPresent();
            case ORGANIZATION -> organizations.find(id).isPresent();
            case CATEGORY -> categories.find(id).isPresent();
            case STAGE, PRIORITY, KIND, SOURCE, HOLD_FOR, VIP, DUE, RETURNS, OPENED, CHANGED -> false;
        };
    }
}
