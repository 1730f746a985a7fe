package dev.qiao.demo;

import dev.qiao.ticket.form.Definition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The made-up company, as {@code demo/company.yaml} tells it. */
record Company(
        List<Unit> organizations,
        List<Employee> people,
        List<Crew> teams,
        List<Offer> services,
        List<Sending> rules,
        List<Knack> skills,
        List<Paper> forms,
        String default_team,
        String first_agreement) {

    record Unit(String code, String name, @Nullable Boolean vip) {
        boolean comesFirst() {
            return Boolean.TRUE.equals(vip);
        }
    }

    record Employee(String login, String name, String organization, String title, String role) {}

    record Crew(String code, String name, String tier, String lead, List<String> members, List<Shift> shifts) {}

    /**
     * A layer of the roster.
     *
     * @param days of the week, 1 is Monday; null: at all hours
     * @param unit after which the next turn comes
     */
    record Shift(
            String name,
            @Nullable Integer level,
            @Nullable String days,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String unit,
            List<List<String>> turns) {}

    /**
     * A skill.
     *
     * @param people who has it, how well
     * @param services which want it
     */
    record Knack(String code, String name, Map<String, Integer> people, List<String> services) {}

    /** A service, and those without which it does not work. */
    record Offer(
            String code,
            String name,
            @Nullable Boolean critical,
            String owner,
            List<String> teams,
            @Nullable List<String> rests_on) {
        List<String> restsOn() {
            return Objects.requireNonNullElse(rests_on, List.of());
        }

        boolean nobodyCanDoWithout() {
            return Boolean.TRUE.equals(critical);
        }
    }

    record Sending(
            String name,
            @Nullable String kind,
            @Nullable String category,
            @Nullable List<String> words,
            String team) {
        List<String> wordsOrNone() {
            return Objects.requireNonNullElse(words, List.of());
        }
    }

    /** What the desk asks for one sort of ticket. */
    record Paper(
            String code,
            String name,
            @Nullable String category,
            @Nullable String kind,
            String icon,
            Definition definition) {}

    static Company read() {
        return Story.read("company.yaml", Company.class);
    }
}
