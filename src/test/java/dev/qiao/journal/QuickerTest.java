package dev.qiao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused.Between;
import dev.qiao.people.Crowd;
import dev.qiao.people.Roles;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class QuickerTest {
    @Autowired
    ObjectProvider<Between> betweens;

    @Autowired
    Db db;

    @Autowired
    Roles roles;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Test
    void whoChangedTheConfigurationIsToldOnlyToThoseWhoMayChangeItToo() {
        var now = clock.instant();
        var code = crowd.word("r");
        var opened = db.sql("select pg_current_snapshot()::text as seen").one(row -> row.text("seen"));
        var admin = crowd.me(now, "admin");
        roles.add(code, "R", Set.of(Permission.REQUEST), admin, now);
        var sent = Map.of("opened", new String[] {opened}, "about", new String[] {"people.role " + code});
        assertThat(told(sent, admin))
                .hasValueSatisfying(change -> assertThat(change.who()).isEqualTo(admin.name()));
        assertThat(told(sent, crowd.me(now, "requester"))).isEmpty();
        assertThat(told(sent, crowd.me(now, "manager"))).isEmpty();
    }

    private Optional<Between.Change> told(Map<String, String[]> sent, Me me) {
        return betweens.stream().flatMap(each -> each.who(sent, me).stream()).findFirst();
    }
}
