package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However much is said on a ticket, its page shows the newest, and leads to all that came before. */
class LongTalkTest extends DeskStory {
    private static final int SAID = 1_203;
    private static final Pattern WORD = Pattern.compile("第(\\d+)句");
    private static final Pattern EARLIER = Pattern.compile("href=\"([^\"]*until=[^\"]*)\" hx-get");

    @Autowired
    Db db;

    private void muchIsSaid(Me by) {
        db.sql("""
                insert into ticket.comment (number, at, author_id, audience, body, mentions)
                select :number, :at::timestamptz + i * interval '1 second', :by, 'public', '第' || i || '句', '{}'
                  from generate_series(1, :said) i order by i
                """)
                .bind("number", number)
                .bind("at", clock.instant())
                .bind("by", by.id())
                .bind("said", SAID)
                .update();
        clock.advance(Duration.ofHours(2));
    }

    private static List<Integer> leafed(Http reader, String path) {
        var seen = new ArrayList<Integer>();
        for (var next = path; !next.isEmpty(); ) {
            var html = reader.get(next).expect(200).text();
            var page = WORD.matcher(html)
                    .results()
                    .map(word -> Integer.valueOf(word.group(1)))
                    .toList();
            seen.addAll(0, page);
            var link = EARLIER.matcher(html);
            next = link.find() ? link.group(1).replace("&amp;", "&") : "";
        }
        return seen;
    }

    @Test
    void nobodyMissesAWordHoweverManyThereAre() {
        muchIsSaid(zheng);
        var all = IntStream.rangeClosed(1, SAID).boxed().toList();
        for (var reader : List.of(zhou, zheng)) {
            var path = (reader == zhou ? "/tickets/" : "/my/") + number;
            var first = entered(reader).get(path).expect(200).text();
            assertThat(first).contains("第" + SAID + "句").doesNotContain("第1句");
            assertThat(leafed(entered(reader), path)).isEqualTo(all);
        }
    }

    @Test
    void theEarlierWordsComeWhileOneIsWritingAndTheReplyIsTaken() {
        muchIsSaid(zheng);
        try (var desk = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = desk.open("/tickets/" + number).page();
            assertThat(page.locator("#talk").getByText("第" + SAID + "句")).hasCount(1);
            page.locator("#text").fill("我看完了前面的");
            page.locator("#earlier a").click();
            assertThat(page.locator("#earlier .say")).hasCount(500);
            page.locator("#earlier a").click();
            assertThat(page.locator("#earlier").getByText("第1句")).hasCount(1);
            assertThat(page.locator("#earlier a")).hasCount(0);
            assertThat(page.locator("#text")).hasValue("我看完了前面的");
            page.locator("#text").press("Control+Enter");
            assertThat(page.locator("#talk").getByText("我看完了前面的")).isVisible();
            assertThat(page.locator("#talk").getByText("第704句")).hasCount(1);
            assertThat(page.locator("#earlier").getByText("第703句")).hasCount(1);
        }
    }

    @Test
    void aPageOfEarlierWordsLeadsBackToTheNewest() {
        muchIsSaid(zheng);
        var link = EARLIER.matcher(
                entered(zhou).get("/tickets/" + number).expect(200).text());
        assertThat(link.find()).isTrue();
        var past = entered(zhou).get(link.group(1).replace("&amp;", "&")).expect(200);
        assertThat(past.text()).contains("回到最新的话").doesNotContain("id=\"text\"");
    }
}
