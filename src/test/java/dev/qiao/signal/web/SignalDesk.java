package dev.qiao.signal.web;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Workers;
import dev.qiao.people.Crowd;
import dev.qiao.people.Person;
import dev.qiao.signal.Machine;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Machines, and an administrator who has come in. */
@QiaoTest
abstract class SignalDesk {
    @Autowired
    Machine machine;

    @Autowired
    Crowd crowd;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Person admin;
    Http browser;

    @BeforeEach
    void anAdministratorComesIn() {
        admin = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        browser = http.browser();
        browser.signIn(Objects.requireNonNull(admin.login()), Crowd.PASSWORD).expect(303);
        browser.get("/sources").expect(200);
    }
}
