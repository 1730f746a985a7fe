package dev.qiao.ticket.undo.web;

import dev.qiao.base.web.Page;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.undo.Undo;
import dev.qiao.ticket.undo.Undos.Back;
import java.util.List;
import java.util.function.Function;

/** What can be taken back and what came of it, in words. */
public final class UndoWords {
    private UndoWords() {}

    /** The act, or the several that were one. */
    public static String what(Undo undo, Page page) {
        var deeds = undo.undone();
        return deeds.isEmpty() ? page.t("ticket.act." + undo.act().code()) : deeds(deeds, page);
    }

    static String told(Back back, Page page) {
        long number = back.ticket().number();
        var words = back.along().isEmpty()
                ? page.t("ticket.undo.done", number)
                : page.t("ticket.undo.done_with", number, listed(back.along(), n -> Long.toString(n), page));
        if (!back.left().isEmpty()) {
            var left = page.t("ticket.undo.left", listed(back.left(), n -> Long.toString(n), page));
            words = page.t("ticket.undo.both", words, left);
        }
        if (back.gone()) words = page.t("ticket.undo.both", words, page.t("ticket.undo.gone"));
        if (back.stays().isEmpty()) return words;
        return page.t("ticket.undo.both", words, page.t("ticket.undo.stays", deeds(back.stays(), page)));
    }

    private static String deeds(List<Deed> deeds, Page page) {
        return listed(deeds, deed -> page.t("ticket.deed." + deed.code()), page);
    }

    private static <T> String listed(List<T> all, Function<T, String> word, Page page) {
        return all.stream()
                .map(word)
                .reduce((one, other) -> page.t("ticket.undo.list", one, other))
                .orElse("");
    }
}
