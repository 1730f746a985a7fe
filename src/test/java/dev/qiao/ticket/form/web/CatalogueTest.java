package dev.qiao.ticket.form.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.admin.DeskPreferences;
import dev.qiao.admin.DeskPreferences.Chosen;
import dev.qiao.base.Me;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be asked, read by who has not signed in. */
@QiaoTest
class CatalogueTest {
    @Autowired
    DeskPreferences preferences;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @AfterEach
    void itIsClosedAgain() {
        open(false);
    }

    @Test
    void aStrangerIsLedToTheSignInUntilTheDeskOpensIt() {
        var stranger = http.browser().with("Accept", "text/html");
        assertThat(stranger.get("/catalogue").expect(303).header("Location")).endsWith("/signin?to=%2Fcatalogue");
        open(true);
        try (var phone = Browser.phone(http.root())) {
            var page = phone.open("/catalogue").isAccessible().fits().page();
            assertThat(page.locator("nav").count()).isZero();
            page.locator("header a[href^='/signin']").click();
            page.locator("[name=login]").waitFor();
        }
        stranger.get("/my/new").expect(303);
    }

    private void open(boolean catalogue) {
        var is = preferences.chosen();
        preferences.change(new Chosen(is.name(), is.language(), is.zone(), catalogue), Me.QIAO, clock.instant());
    }
}
