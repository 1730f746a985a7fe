package dev.qiao.ticket.split.web;

import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.people.draft.Drafts;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.split.Splits;
import dev.qiao.ticket.talk.Stretch;
import dev.qiao.ticket.web.Faces;
import java.util.List;
import org.springframework.stereotype.Component;

/** The words of a ticket from which one chooses, a stretch at a time from the newest back. */
@Component
class Earlier {
    private static final int SHOWN = 60;
    private static final int FARTHEST = 10_000;
    private static final String TICKED = "comment=";

    private final Conversation conversation;
    private final Faces faces;
    private final Drafts drafts;

    Earlier(Conversation conversation, Faces faces, Drafts drafts) {
        this.conversation = conversation;
        this.faces = faces;
        this.drafts = drafts;
    }

    /** The newest, and back to the first that somebody has chosen already in a draft. */
    SplitStretch newest(long number, Page page) {
        long chosen = chosen(number, page);
        for (int many = Splits.MOST; ; many *= 2) {
            var found = back(number, many + 1, page);
            boolean more = found.size() > many;
            var shown = more ? found.subList(1, found.size()) : found;
            boolean far =
                    many >= FARTHEST || shown.isEmpty() || shown.getFirst().id() <= chosen;
            if (!more || far) return stretch(shown, many, more, page);
        }
    }

    /**
     * What was said before one of them.
     *
     * @param many how many are shown already: what came meanwhile only makes this stretch shorter
     */
    SplitStretch before(long number, long comment, int many, Page page) {
        int all = Math.clamp((long) many + Splits.MOST, Splits.MOST, FARTHEST);
        var found = back(number, all + 1, page);
        var earlier = found.stream().filter(one -> one.id() < comment).toList();
        boolean more = found.size() > all && all < FARTHEST;
        int from = Math.max(earlier.size() - Splits.MOST, more ? 1 : 0);
        return stretch(
                from >= earlier.size() ? List.of() : earlier.subList(from, earlier.size()),
                all,
                more || from > 0,
                page);
    }

    private List<Comment> back(long number, int many, Page page) {
        return conversation.newest(List.of(number), Stretch.ALL, many, page.reader());
    }

    private long chosen(long number, Page page) {
        return drafts.of(List.of("/tickets/" + number + "/split"), page.reader()).stream()
                .flatMap(draft -> draft.fields().keySet().stream())
                .filter(field -> field.matches(TICKED + "\\d{1,18}"))
                .mapToLong(field -> Long.parseLong(field.substring(TICKED.length())))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private SplitStretch stretch(List<Comment> comments, int many, boolean more, Page page) {
        var album = faces.of(comments.stream().map(Comment::author).toList(), page);
        var lines = comments.stream()
                .map(one -> new Choice(
                        Long.toString(one.id()),
                        page.t("ticket.split.line", album.name(one.author()), shortened(one.text()))))
                .toList();
        return new SplitStretch(lines, many, more);
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
