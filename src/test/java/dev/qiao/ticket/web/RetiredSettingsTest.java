package dev.qiao.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.people.Organizations;
import dev.qiao.people.PersonDraft;
import dev.qiao.people.TeamDraft;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.canned.Canned;
import dev.qiao.ticket.canned.Canneds;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.form.FormHead;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.macro.Macro;
import dev.qiao.ticket.macro.Macros;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator wrote down stays whole when somebody left or something was retired, and only a name is changed. */
class RetiredSettingsTest extends DeskStory {
    @Autowired
    Macros macros;

    @Autowired
    Canneds canneds;

    @Autowired
    Categories categories;

    @Autowired
    Forms forms;

    @Autowired
    Organizations organizations;

    @Autowired
    Teams teams;

    @Autowired
    Services services;

    Me admin;
    String code;

    @BeforeEach
    void anAdministrator() {
        admin = cast.hire("admin");
        code = crowd.word("retired").toLowerCase(Locale.ROOT);
    }

    @Test
    void aMacroStillGivesToWhoeverItGaveTo() {
        var give = Order.of(Deed.ASSIGN).to(team.id(), zhou.id()).because("他熟");
        var note = Order.of(Deed.NOTE).saying("转过去");
        var before = List.of(note, give);
        long macro = macros.save(new Macro(0, team.id(), code, before, true), admin, clock.instant());
        people.activate(zhou.id(), false, Me.QIAO, clock.instant());
        retireTheTeam();
        rename("/macros/" + macro, "name", "交给专人", "/macros", page -> {
            assertThat(page.locator("#team option:checked")).hasText(team.name() + "（已停用）");
            assertThat(page.locator("#toTeam option:checked")).hasText(team.name() + "（已停用）");
            var person = people.find(zhou.id()).orElseThrow();
            assertThat(page.locator("#toPerson option:checked")).hasText(person.name() + "（已停用）");
        });
        var now = macros.find(macro, admin);
        assertThat(now.name()).isEqualTo("交给专人");
        assertThat(now.team()).isEqualTo(team.id());
        assertThat(now.orders()).isEqualTo(before);
    }

    @Test
    void aCannedReplyStaysWithItsTeam() {
        long canned = canneds.save(new Canned(0, team.id(), code, "请重启", true), admin, clock.instant());
        retireTheTeam();
        rename("/canned/" + canned, "body", "请先重启", "/canned", page -> {
            assertThat(page.locator("#team option:checked")).hasText(team.name() + "（已停用）");
        });
        assertThat(canneds.find(canned, admin).body()).isEqualTo("请先重启");
        assertThat(canneds.find(canned, admin).team()).isEqualTo(team.id());
    }

    @Test
    void aFormStaysInItsCategory() {
        var open = categories.save(new Category(0, code, null, "门禁", 1, true), admin, clock.instant());
        var icon = Forms.ICONS.getFirst();
        forms.create(new FormHead(code, "门禁申请", open.id(), null, icon, 1, true), admin, clock.instant());
        categories.save(new Category(open.id(), code, null, "门禁", 1, false), admin, clock.instant());
        rename("/forms/" + code, "name", "门禁卡申请", "/forms/" + code, page -> {
            assertThat(page.locator("#category option:checked")).hasText("门禁（已停用）");
        });
        assertThat(forms.find(code).name()).isEqualTo("门禁卡申请");
        assertThat(forms.find(code).category()).isEqualTo(open.id());
    }

    @Test
    void aPersonStaysWhereTheyBelong() {
        var organization = cast.organization(false);
        var person = cast.hire("requester", organization);
        organizations.edit(
                organization.code(),
                organization.name(),
                false,
                false,
                organization.version(),
                Me.QIAO,
                clock.instant());
        try (var desk = signedIn(admin, Browser.desktop(http.root()))) {
            var page = desk.open("/people/" + person.id()).page();
            assertThat(page.locator("#organization option:checked")).hasText(organization.name() + "（已停用）");
            page.locator("[name=title]").fill("经理");
            page.locator("form:has([name=title]) .is-primary").click();
            assertThat(page.locator("[name=seen]")).hasValue("2");
        }
        var now = people.find(person.id()).orElseThrow();
        assertThat(now.title()).isEqualTo("经理");
        assertThat(now.organization()).isEqualTo(organization.id());
    }

    @Test
    void aServiceStaysWithItsTeamsAndItsOwner() {
        var owner = people.add(
                new PersonDraft(null, "门卫", null, "13900000000", null, 0), Set.of(), Me.QIAO, clock.instant());
        var draft = new ServiceDraft(code, "门禁", false, owner.id(), List.of(team.id()), true);
        long service = services.create(draft, admin, clock.instant()).id();
        retireTheTeam();
        rename("/services/" + code, "name", "门禁卡", "/services", _ -> {});
        var now = services.find(service).orElseThrow();
        assertThat(now.name()).isEqualTo("门禁卡");
        assertThat(now.ownerId()).isEqualTo(owner.id());
        assertThat(now.teams()).containsExactly(team.id());
    }

    @Test
    void whoIsNotActiveIsBackInTheTeamWithTheOthers() {
        people.activate(zhou.id(), false, Me.QIAO, clock.instant());
        var added = cast.hire("engineer");
        try (var desk = signedIn(admin, Browser.desktop(http.root()))) {
            var page = desk.open("/teams/" + team.code() + "/edit").page();
            page.locator("[name=members][value='" + added.id() + "']").check();
            page.locator("form:has([name=members]) .acts .btn").click();
            page.waitForURL("**/teams/" + team.code());
        }
        assertThat(teams.members(team.id())).containsExactly(added.id());
        people.activate(zhou.id(), true, Me.QIAO, clock.instant());
        assertThat(teams.members(team.id())).containsExactlyInAnyOrder(added.id(), zhou.id());
    }

    private void retireTheTeam() {
        var draft = new TeamDraft(team.name(), team.tier(), null, team.zone(), false);
        teams.edit(team.id(), draft, team.version(), Me.QIAO, clock.instant());
    }

    private void rename(String at, String field, String words, String back, Consumer<Page> sees) {
        try (var desk = signedIn(admin, Browser.desktop(http.root()))) {
            var page = desk.open(at + "/edit").page();
            sees.accept(page);
            page.locator("form.form [name=" + field + "]").fill(words);
            page.locator("form.form .is-primary").click();
            page.waitForURL("**" + back);
        }
    }
}
