package dev.qiao.admin.intake;

import dev.qiao.admin.intake.Known.Sort;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Preferences;
import dev.qiao.base.web.Languages;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.PersonDraft;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.people.Tier;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/**
 * Makes persons, teams, categories and organizations of a file's words: those known by their names already, else new ones, who can
 * neither sign in nor be told anything.
 */
@Component
class Dictionary {
    /** Whoever the file does not name. */
    static final String NOBODY = "?";

    private final Db db;
    private final Known known;
    private final People people;
    private final Teams teams;
    private final Organizations organizations;
    private final Categories categories;
    private final Languages languages;
    private final Preferences preferences;

    Dictionary(
            Db db,
            Known known,
            People people,
            Teams teams,
            Organizations organizations,
            Categories categories,
            Languages languages,
            Preferences preferences) {
        this.db = db;
        this.known = known;
        this.people = people;
        this.teams = teams;
        this.organizations = organizations;
        this.categories = categories;
        this.languages = languages;
        this.preferences = preferences;
    }

    /** What the words of one source mean, in memory as far as they have been asked for. */
    final class Volume {
        private final String source;
        private final ZoneId zone;
        private final Me me;
        private final Map<Sort, Map<String, Long>> ids = new HashMap<>();

        private Volume(String source, ZoneId zone, Me me) {
            this.source = source;
            this.zone = zone;
            this.me = me;
        }

        long person(String name) {
            return id(Sort.PERSON, name);
        }

        long team(String name) {
            return id(Sort.TEAM, name);
        }

        long organization(String name) {
            return id(Sort.ORGANIZATION, name);
        }

        /** @param path outermost first */
        long category(List<String> path) {
            return id(Sort.CATEGORY, String.join(" / ", path));
        }

        private long id(Sort kind, String word) {
            var id = ids.getOrDefault(kind, Map.of()).get(word);
            if (id == null) throw new IllegalStateException(kind + " " + word + " was not learnt");
            return id;
        }

        /** Organizations first: persons belong to them. */
        void learn(Words words, Instant now) {
            db.transact(() -> {
                each(
                        Sort.ORGANIZATION,
                        words.organizations(),
                        name -> organizations
                                .add(code(name, organizations::byCode), cut(name, 100), false, me, now)
                                .id());
                each(Sort.TEAM, words.teams(), name -> {
                    var draft = new TeamDraft(cut(name, 60), Tier.FIRST, null, zone, true);
                    return teams.add(code(name, teams::byCode), draft, me, now).id();
                });
                words.categories().forEach(path -> learn(path, now));
                persons(words.persons(), now);
            });
        }

        private void each(Sort kind, Collection<String> words, ToLongFunction<String> make) {
            var fresh = fresh(kind, words);
            if (fresh.isEmpty()) return;
            remember(kind, fresh, fresh.stream().map(make::applyAsLong).toList());
        }

        private void learn(List<String> path, Instant now) {
            for (int depth = 1; depth <= path.size(); depth++) {
                var above = path.subList(0, depth - 1);
                var name = path.get(depth - 1);
                each(Sort.CATEGORY, List.of(String.join(" / ", path.subList(0, depth))), word -> {
                    var parent = above.isEmpty() ? null : category(above);
                    var code = code(word.toLowerCase(Locale.ROOT), categories::byCode);
                    return categories
                            .save(new Category(0, code, parent, cut(name, 80), 900, true), me, now)
                            .id();
                });
            }
        }

        private void persons(Map<String, String> employers, Instant now) {
            var fresh = fresh(Sort.PERSON, employers.keySet());
            if (fresh.isEmpty()) return;
            var drafts = fresh.stream()
                    .map(name -> new PersonDraft(
                            null, called(name), null, null, null, employer(employers.getOrDefault(name, ""))))
                    .toList();
            var added = people.add(drafts, Set.of(), me, now);
            remember(Sort.PERSON, fresh, added.stream().map(p -> p.id()).toList());
        }

        private String called(String name) {
            return name.equals(NOBODY) ? languages.of(preferences.language()).t("admin.nobody") : cut(name, 100);
        }

        private long employer(String organization) {
            return organization.isEmpty() ? 0 : organization(organization);
        }

        private List<String> fresh(Sort kind, Collection<String> words) {
            var mine = ids.computeIfAbsent(kind, _ -> new HashMap<>());
            var unknown = words.stream()
                    .filter(word -> !mine.containsKey(word))
                    .distinct()
                    .toList();
            mine.putAll(known.of(source, kind, unknown));
            return unknown.stream().filter(word -> !mine.containsKey(word)).toList();
        }

        private void remember(Sort kind, List<String> words, List<Long> made) {
            known.remember(source, kind, words, made);
            var mine = ids.computeIfAbsent(kind, _ -> new HashMap<>());
            for (int i = 0; i < words.size(); i++) mine.put(words.get(i), made.get(i));
        }
    }

    /**
     * Words to be learnt.
     *
     * @param persons with their organization's word, or an empty one
     */
    record Words(
            Map<String, String> persons, Set<String> teams, Set<String> organizations, Set<List<String>> categories) {}

    Volume volume(String source, ZoneId zone, Me me) {
        return new Volume(source, zone, me);
    }

    /** A code that is still free, as like the name as a code can be. */
    private static <T> String code(String name, java.util.function.Function<String, java.util.Optional<T>> taken) {
        var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var base = slug.isEmpty() ? "n" + HexFormat.of().toHexDigits(name.hashCode()) : cut(slug, 32);
        var code = base;
        for (int i = 2; taken.apply(code).isPresent(); i++) code = base + "-" + i;
        return code;
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
