package dev.qiao.ticket.view;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.Shape;
import dev.qiao.ticket.view.Token.Thing;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads lenses from addresses: what is named in one by its code, login or number must be known here. */
@Component
public class Lenses {
    private static final String NUMBER = "id:";
    private static final int LONGEST_TAG = 100;

    private final People people;
    private final Teams teams;
    private final Services services;
    private final Organizations organizations;
    private final Categories categories;
    private final Forms forms;

    Lenses(
            People people,
            Teams teams,
            Services services,
            Organizations organizations,
            Categories categories,
            Forms forms) {
        this.people = people;
        this.teams = teams;
        this.services = services;
        this.organizations = organizations;
        this.categories = categories;
        this.forms = forms;
    }

    /** From the parameters of a request, each with its values. */
    public Lens read(Map<String, List<String>> parameters) {
        return LensAddress.read(parameters, this::known);
    }

    /** From an address as {@link Lens#address} writes it. */
    public Lens read(String address) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var part : address.split("&", -1)) {
            int at = part.indexOf('=');
            if (at > 0)
                parameters
                        .computeIfAbsent(part.substring(0, at), _ -> new ArrayList<>())
                        .add(URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
        }
        return read(parameters);
    }

    /** One token, such as {@code team:network}. */
    public Optional<Term> token(String text) {
        return LensAddress.token(text, this::known);
    }

    private Optional<Thing> known(Field field, String text) {
        return switch (field) {
            case TEAM -> thing(text, teams::byCode, teams::find, Team::id, Team::code);
            case ASSIGNEE, REQUESTER -> person(text);
            case SERVICE -> service(text);
            case ORGANIZATION ->
                thing(text, organizations::byCode, organizations::find, Organization::id, Organization::code);
            case CATEGORY -> thing(text, categories::byCode, categories::find, Category::id, Category::code);
            case TAG -> text.length() > LONGEST_TAG ? Optional.empty() : Optional.of(new Thing(text, text));
            case ANSWER ->
                Asked.of(text)
                        .flatMap(asked ->
                                forms.question(asked.form(), asked.field()).flatMap(f -> answer(asked, f.takes())));
            case STAGE,
                    PRIORITY,
                    KIND,
                    SOURCE,
                    HOLD_FOR,
                    OUTCOME,
                    CAUSE,
                    VIP,
                    DUE,
                    RETURNS,
                    OPENED,
                    RESOLVED,
                    CHANGED -> Optional.empty();
        };
    }

    /** Who and what is named in an answer has a number in it. */
    private Optional<Thing> answer(Asked asked, Shape shape) {
        return switch (shape) {
            case Shape.Somebody _ -> person(asked.words()).map(thing -> named(asked, thing));
            case Shape.Provided _ -> service(asked.words()).map(thing -> named(asked, thing));
            case Shape.Text _, Shape.Amount _, Shape.Day _, Shape.Choice _, Shape.Choices _, Shape.Files _ ->
                Optional.of(new Thing(asked.toString(), asked.toString()));
        };
    }

    private static Thing named(Asked asked, Thing thing) {
        return new Thing(
                asked.with(thing.value()).toString(), asked.with(thing.code()).toString());
    }

    private Optional<Thing> person(String text) {
        return thing(
                text,
                people::byLogin,
                people::find,
                Person::id,
                person -> Objects.requireNonNullElse(person.login(), NUMBER + person.id()));
    }

    private Optional<Thing> service(String text) {
        return thing(text, services::byCode, services::find, Service::id, Service::code);
    }

    /** By its code; addresses from before had its number, and who has no login still is one. */
    private static <T> Optional<Thing> thing(
            String text,
            Function<String, Optional<T>> byCode,
            Function<Long, Optional<T>> byId,
            Function<T, Long> id,
            Function<T, String> code) {
        var plain = text.startsWith(NUMBER) ? text.substring(NUMBER.length()) : text;
        var found = plain.equals(text) ? byCode.apply(text) : Optional.<T>empty();
        if (found.isEmpty() && plain.matches("[1-9]\\d{0,17}")) found = byId.apply(Long.valueOf(plain));
        return found.map(one -> new Thing(id.apply(one).toString(), code.apply(one)));
    }
}
