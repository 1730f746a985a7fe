package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.ticket.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A board: a drop is the ticket's own act, and what is refused goes back. */
class BoardTest extends DeskStory {
    private static String column(String code) {
        return "[data-column='" + code + "']";
    }

    @Test
    void aCardThatIsDroppedIsAccepted() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/board").page();
            page.locator("#t" + number).dragTo(page.locator(column("working")));
            assertThat(page.locator(column("working") + " #t" + number)).isVisible();
        }
        assertThat(tickets.find(number, zhou).stage()).isInstanceOf(Stage.Working.class);
    }

    @Test
    void withoutAMouseTheSameIsDoneFromAListAndAnActThatNeedsWordsAsksForThem() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/board").page();
            page.locator("#move" + number).focus();
            page.locator("#move" + number).selectOption("on_hold");
            assertThat(page.locator("dialog.asks")).isVisible();
            reader.isAccessible().shot("board-asks");
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog.asks")).hasCount(0);
            assertThat(page.locator(column("waiting") + " #t" + number)).isVisible();
        }
        assertThat(tickets.find(number, zhou).stage()).isInstanceOf(Stage.Waiting.class);
    }

    @Test
    void aRefusedDropSaysWhyAndGoesBack() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/board").page();
            page.evaluate("document.querySelector('#board').removeAttribute('data-live')");
            tickets.accept(number, null, cast.join(team, cast.hire("engineer")), clock.instant());
            page.locator("#move" + number).selectOption("working");
            assertThat(page.locator("#toasts .toast, .toast")).not().hasCount(0);
        }
        assertThat(tickets.find(number, zhou).stage().owner()).isNotEqualTo(zhou.id());
    }

    @Test
    void aViewIsGoneToWithoutLeavingTheBoard() {
        try (var reader = signedIn(zhou, Browser.desktop(http.root()))) {
            var page = reader.open("/tickets/board?by=assignee").page();
            page.locator("#view-on_hold").click();
            page.waitForURL("**/tickets/board?by=assignee&view=on_hold");
            assertThat(page.locator("#view-on_hold")).hasAttribute("aria-current", "page");
            assertThat(page.locator("#t" + number)).hasCount(0);
        }
    }

    @Test
    void theBoardIsReadableOnEveryScreenByStageAndByAssignee() {
        for (var path : List.of("/tickets/board", "/tickets/board?by=assignee")) {
            for (var screen :
                    List.of(Browser.desktop(http.root()), Browser.dark(http.root()), Browser.phone(http.root()))) {
                try (var reader = signedIn(zhou, screen)) {
                    reader.open(path).isAccessible().fits();
                }
            }
        }
    }
}
