package dev.qiao.base.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.people.Crowd;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever address an administrator opens as a page, what it cannot show is said in words, and is no failure of ours. */
@QiaoTest
@ExtendWith(OutputCaptureExtension.class)
class RefusalsTest {
    @Autowired
    List<Hatch> hatches;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    private Http admin;

    @BeforeEach
    void anAdministratorIsSignedIn() {
        var person = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        admin = http.browser().with("Accept", "text/html").with("Accept-Language", "en");
        admin.get("/signin").expect(200);
        admin.form("/session", Map.of("login", Objects.requireNonNull(person.login()), "password", Crowd.PASSWORD))
                .expect(303);
    }

    @Test
    void anAddressThatOnlyTakesWhatIsSentIsNoPage(CapturedOutput log) {
        var wrong = new TreeSet<String>();
        var addresses = sentOnly();
        assertThat(addresses).contains("/tickets/999999999/acceptance", "/tickets/999999999/hold");
        for (var address : addresses) {
            var answer = admin.get(address);
            if (answer.status() != 405 || !answer.text().contains("is-refused"))
                wrong.add(address + " answered " + answer.status());
        }
        assertThat(wrong).isEmpty();
        assertThat(admin.get("/tickets/1/hold").header("Allow")).contains("POST");
        assertThat(log.getAll()).doesNotContain("HttpRequestMethodNotSupportedException");
    }

    @Test
    void aNulIsSoughtNowhere() {
        for (var address : new String[] {
            "/people?q=%00", "/tickets?q=a%00b", "/search?q=%00", "/palette?q=%00", "/my?q=%00", "/audit?q=%00"
        }) {
            var answer = admin.get(address);
            assertThat(answer.status()).as(address).isEqualTo(400);
            assertThat(answer.text()).as(address).contains("NUL");
        }
    }

    @Test
    void aFormWithANulOrWithoutAFieldIsRefusedInWords() {
        for (var address : new String[] {"/tickets", "/people", "/services", "/skills"}) {
            var answer = admin.form(address, Map.of("name", "a\0b"));
            assertThat(answer.status()).as(address).isEqualTo(400);
            assertThat(answer.text()).as(address).contains("NUL");
        }
        for (var address : new String[] {"/calendars", "/rules", "/services"}) {
            var status = admin.form(address, Map.of("team", "1")).status();
            assertThat(status).as(address).isBetween(400, 499);
        }
    }

    @Test
    void aPageSaysInWhichLanguageItIs() {
        var stranger = http.with("Accept-Language", "zh-TW");
        assertThat(stranger.get("/signin").header("Content-Language")).isEqualTo("zh-TW");
        assertThat(http.with("Accept-Language", "fr").get("/signin").header("Content-Language"))
                .isEqualTo("zh-CN");
        assertThat(admin.get("/me").header("Content-Language")).isEqualTo("zh-CN");
    }

    /** Addresses of pages that no GET hears. */
    private TreeSet<String> sentOnly() {
        var byPath = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("dev.qiao"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> Map.entry(path, method))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
        var found = new TreeSet<String>();
        byPath.forEach((path, methods) -> {
            if (!path.startsWith("/api/") && !methods.contains(RequestMethod.GET)) found.add(filled(path));
        });
        found.removeIf(address -> hatches.stream().anyMatch(hatch -> hatch.covers(address)));
        found.removeIf(address -> byPath.entrySet().stream()
                .anyMatch(entry -> entry.getValue().contains(RequestMethod.GET) && matches(entry.getKey(), address)));
        return found;
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[a-z]*(number|id|entry)(:[^}]*)?}", "999999999")
                .replaceAll("\\{[^}]*}", "none");
    }

    private static boolean matches(String pattern, String address) {
        return address.matches(pattern.replaceAll("\\{\\*[^}]*}", ".*").replaceAll("\\{[^}]*}", "[^/]+"));
    }
}
