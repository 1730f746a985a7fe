package dev.qiao.admin.web;

import dev.qiao.admin.web.Mentions.Called;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of the audit.
 *
 * @param who null: Qiao itself
 * @param what in the reader's words where there are any, else as it is stored
 * @param reverses the entry that was taken back by this
 * @param back whether the reader may try to take it back
 * @param aside why it cannot be taken back, or by what that was done; null where there is nothing to say
 */
public record AuditLine(
        Recorded entry,
        @Nullable String who,
        String what,
        String subject,
        List<Difference> differences,
        @Nullable Long reverses,
        boolean back,
        @Nullable String aside) {
    /** So many are shown before the reader asks for more. */
    private static final int FIRST = 6;

    /**
     * One field that was changed, in words.
     *
     * @param before null where there was nothing; {@code after} likewise
     */
    public record Difference(
            String field, @Nullable String before, @Nullable String after) {}

    static AuditLine of(Recorded entry, Called called, boolean back, @Nullable String aside, Page page) {
        var facts = entry.facts().node();
        var reverses =
                facts.path("reverses").isNumber() ? facts.path("reverses").asLong() : null;
        var kind = facts.path("what").asString(entry.kind());
        return new AuditLine(
                entry,
                entry.actor() == 0
                        ? null
                        : called.subject("person", entry.actor()).orElse("#" + entry.actor()),
                act(entry, facts, page.lang()),
                (word(kind, page.lang()) + " " + subject(entry, facts, called, page.lang())).strip(),
                Differences.of(facts, new FactWords(Mentions.what(entry, facts), called, page)),
                reverses,
                back,
                aside);
    }

    public List<Difference> first() {
        return differences.size() <= FIRST + 1 ? differences : differences.subList(0, FIRST);
    }

    public List<Difference> more() {
        return differences.subList(first().size(), differences.size());
    }

    static String act(String code, Lang lang) {
        var key = "admin.act." + code;
        return lang.has(key) ? lang.t(key) : code;
    }

    private static String act(Recorded entry, JsonNode facts, Lang lang) {
        if (!facts.has("what")) return act(entry.act(), lang);
        return facts.path("before").isMissingNode()
                ? lang.t("admin.made")
                : facts.path("after").isMissingNode() ? lang.t("admin.gone") : act(entry.act(), lang);
    }

    private static String word(String kind, Lang lang) {
        var key = "admin.kind." + kind;
        return lang.has(key) ? lang.t(key) : kind;
    }

    /** By its name as it is now, else as it was then, else by its code or number. */
    private static String subject(Recorded entry, JsonNode facts, Called called, Lang lang) {
        var then = Stream.of("after", "before")
                .map(state -> facts.path(state).path("name").asString(""))
                .filter(name -> !name.isEmpty())
                .findFirst();
        var kind = facts.path("what").asString("");
        var code = Optional.of(facts.path("code").asString(""))
                .filter(text -> !text.isEmpty())
                .map(text -> code(kind, text, lang));
        return called.subject(entry.kind(), entry.subject())
                .or(() -> wanted(facts, called))
                .or(() -> then)
                .or(() -> code)
                .orElse("#" + entry.subject());
    }

    /** What there is only one of needs no name. */
    private static String code(String kind, String code, Lang lang) {
        if (kind.endsWith(code) || kind.equals("dispatch.policy")) return "";
        var words = kind.startsWith("report.")
                ? "report.measure."
                : kind.startsWith("people.") ? "people.role." : kind + ".";
        return lang.has(words + code) ? lang.t(words + code) : code;
    }

    /** What wants a skill is told by its kind and number. */
    private static Optional<String> wanted(JsonNode facts, Called called) {
        return Stream.of("after", "before")
                .map(facts::path)
                .filter(state -> state.path("subject").isNumber())
                .findFirst()
                .flatMap(state -> called.subject(
                        state.path("kind").asString(""), state.path("subject").asLong()));
    }
}
