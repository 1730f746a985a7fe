package dev.qiao.sla.web;

import dev.qiao.base.FirstStep;
import dev.qiao.base.Menu;
import dev.qiao.base.Permission;
import dev.qiao.sla.Agreements;
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
}
