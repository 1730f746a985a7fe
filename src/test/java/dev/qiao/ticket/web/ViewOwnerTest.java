package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.view.Lens;
import dev.qiao.ticket.view.SavedViews;
import dev.qiao.ticket.view.ViewDraft;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose a view is changes only when somebody says so. */
class ViewOwnerTest extends DeskStory {
    @Autowired
    SavedViews views;

    @Test
    void aTeamKeepsItsViewWhenSomebodyElseRenamesIt() {
        var view = views.save(new ViewDraft("全组", Lens.of(View.OPEN), team.id(), false), zhou, clock.instant());
        var admin = cast.hire("admin");
        try (var desk = signedIn(admin, Browser.desktop(http.root()))) {
            var page = desk.open(view.path()).page();
            page.locator("details.adder.is-end:has(.stack-form) summary").click();
            assertThat(page.locator("#view-team")).hasValue(Long.toString(team.id()));
            page.locator("#view-name").fill("全组待办");
            page.waitForNavigation(() -> page.locator("form[action='/views/" + view.id() + "'] button.is-primary")
                    .click());
            desk.settled();
        }
        var after = views.find(view.id(), zhou).orElseThrow();
        assertThat(after.name()).isEqualTo("全组待办");
        assertThat(Objects.requireNonNull(after.team())).isEqualTo(team.id());
        assertThat(after.owner()).isNull();
    }
}
