package dev.qiao.base.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.people.Crowd;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Wherever a page takes a file, a second one in the same field is not lost without a word. */
@QiaoTest
class OneFileTest {
    private static final String PART =
            "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%d.csv\"\r\n\r\nx\r\n";

    @Autowired
    Http http;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    private Http admin;

    @BeforeEach
    void anAdministratorIsSignedIn() {
        var now = clock.instant();
        var person = crowd.withPassword(crowd.person(now, "admin"), now);
        admin = http.browser().with("HX-Request", "true");
        admin.signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD);
        admin.get("/people/imports/new").expect(200);
    }

    @Test
    void twoFilesInOneFieldAreRefusedByTheFieldsName() {
        refuses("/people/imports", "file");
        refuses("/calendars/cn-work/lists", "list");
        refuses("/attachments", "file");
    }

    private void refuses(String address, String field) {
        var body = PART.formatted(field, 1) + PART.formatted(field, 2) + "--b--\r\n";
        var answer =
                admin.send("POST", address, "multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(address).isEqualTo(422);
        assertThat(answer.text()).as(address).contains("data-field=\"" + field + "\"", "来了2个");
    }
}
