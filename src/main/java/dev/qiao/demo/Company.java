package dev.qiao.demo;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The made-up company, as {@code demo/company.yaml} tells it. */
record Company(
        List<Unit> organizations,
        List<Employee> people,
        List<Crew> teams,
        List<Offer> services,
        List<Sending> rules,
        String default_team,
        String first_agreement) {

    record Unit(String code, String name, @Nullable Boolean vip) {
        boolean comesFirst() {
            return Boolean.TRUE.equals(vip);
        }
    }

    record Employee(String login, String name, String organization, String title, String role) {}

    record Crew(String code, String name, String tier, String lead, List<String> members, List<Shift> shifts) {}

    /** @param days of the week, 1 is Monday */
    record Shift(String days, int from, int to, List<String> who) {}

    record Offer(String code, String name, @Nullable Boolean critical, String owner, List<String> teams) {
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

    static Company read() {
        return Story.read("company.yaml", Company.class);
    }
}
