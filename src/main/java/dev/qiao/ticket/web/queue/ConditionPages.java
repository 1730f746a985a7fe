package dev.qiao.ticket.web.queue;

import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.web.queue.QueuePage.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers the conditions of a list for any page that shows one. */
@Component
public class ConditionPages {
    private final Tokens tokens;
    private final Pickers pickers;
    private final ViewTabs tabs;

    ConditionPages(Tokens tokens, Pickers pickers, ViewTabs tabs) {
        this.tokens = tokens;
        this.pickers = pickers;
        this.tabs = tabs;
    }

    public Conditions of(QueueQuery query, Page page) {
        var all = tokens.all(query, page);
        var any = tokens.any(query, page);
        var plain = all.subList(all.size() - query.lens().all().size(), all.size());
        return new Conditions(
                query,
                all,
                any,
                pickers.ticked(page),
                pickers.chosen(page),
                intos(plain, any, page),
                pickers.questions());
    }

    /** The views that can be gone to on the page of this list. */
    public ViewBar views(QueueQuery query, Page page) {
        return tabs.of(query, page);
    }

    /** As well, or in place of what: said with the words of what is there. */
    private static List<Choice> intos(List<Token> all, List<List<Token>> any, Page page) {
        var intos = new ArrayList<Choice>();
        intos.add(new Choice("all", page.t("ticket.filter.into_all")));
        if (any.isEmpty()) {
            for (int n = 0; n < all.size(); n++)
                intos.add(new Choice("t" + n, page.t("ticket.filter.into_instead", words(List.of(all.get(n)), page))));
            if (all.size() > 1) intos.add(new Choice("new", page.t("ticket.filter.into_instead", words(all, page))));
        } else {
            for (int n = 0; n < any.size(); n++)
                intos.add(new Choice(Integer.toString(n), page.t("ticket.filter.into_one", words(any.get(n), page))));
            intos.add(new Choice("new", page.t("ticket.filter.into_new")));
        }
        return List.copyOf(intos);
    }

    private static String words(List<Token> tokens, Page page) {
        return tokens.stream()
                .map(token -> token.name() + page.t("ticket.filter.is") + token.value())
                .collect(Collectors.joining(page.t("ticket.filter.and")));
    }
}
