package dev.qiao.sla.web;

import dev.qiao.base.FirstStep;
import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Shelf;
import dev.qiao.base.web.Shelf.Thing;
import dev.qiao.sla.Agreements;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where agreements stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class AgreementMenu {
    private static final int SHIPPED = 2;

    @Bean
    Menu agreementsMenu() {
        return new Menu("sla.agreements", "/agreements", "shield-check", Permission.DESK_CONFIGURE, 550);
    }

    /** Done when somebody made an agreement or changed what one says; what is shipped nobody has agreed to. */
    @Bean
    FirstStep firstAgreement(Agreements agreements) {
        return new FirstStep(
                "sla.first_agreement",
                "/agreements",
                40,
                () -> agreements.all().stream().anyMatch(a -> a.terms().version() > 1)
                        || agreements.all().size() > SHIPPED);
    }

    @Bean
    Shelf agreementsByName(Agreements agreements) {
        return new Shelf(
                350,
                "sla.agreements",
                "shield-check",
                Shelf.any(Permission.DESK_CONFIGURE),
                _ -> agreements.all().stream()
                        .map(a -> new Thing(a.name(), a.code(), "/agreements/" + a.code() + "/edit")));
    }

    @Bean
    Shelf agreementPages() {
        return Shelf.pages(
                Shelf.any(Permission.DESK_CONFIGURE),
                Map.of("sla.selections", "/selections/edit", "sla.repair", "/clocks/repair"));
    }
}
