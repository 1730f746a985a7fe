package dev.qiao.people.door;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Open;
import dev.qiao.people.Crowd;
import dev.qiao.people.Role;
import dev.qiao.people.Roles;
import dev.qiao.people.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Deny by default: every handler says who reaches it, and exactly those do. */
@QiaoTest
class RoutesTest {
    /** An address in a template; what it says at run time stands in {@code ${…}}. */
    private static final Pattern LINK = Pattern.compile("\\s(?:href|link) ?= ?\"(/[^\"]*)\"");

    /** Only what nobody needs an account for. */
    private static final Set<String> OPEN = Set.of(
            "GET /assets/{hash}/{*file}",
            "POST /appearance",
            "GET /app.webmanifest",
            "GET /offline",
            "GET /offline.js",
            "GET /signin",
            "GET /signin/code",
            "POST /signin/code",
            "POST /session",
            "POST /in/{key}",
            "GET /in/{key}",
            "POST /in/{key}/v1/logs",
            "POST /in/{key}/v1/metrics",
            "POST /v2/enqueue",
            "POST /v2/change/enqueue",
            "POST /v2/alerts",
            "POST /v2/alerts/{identifier}/{act:close|acknowledge|notes}",
            "GET /v2/alerts/requests/{id}",
            "DELETE /session",
            "POST /session/demo",
            "GET /first",
            "POST /first",
            "GET /invitations/{code}",
            "POST /invitations/{code}",
            "* /forged",
            "* /error",
            "GET /feeds/{secret}.ics",
            "GET /catalogue",
            "GET /status/{slug}",
            "GET /rate/{code}",
            "POST /rate/{code}",
            "GET /answer/{code}",
            "POST /answer/{code}",
            "GET /health",
            "GET /health/ready",
            "GET /metrics",
            "GET /api/v1/openapi.json",
            "GET /api/v1/openapi.json.yaml",
            "GET /api/v1/docs");

    /** A handler and one way to ask for it. */
    record Route(String method, String path, HandlerMethod handler) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        boolean api() {
            return path.startsWith("/api/");
        }

        String filled() {
            return path.replaceAll("\\{[a-z]*(number|id|entry)(:[^}]*)?}", "999999999")
                    .replaceAll("\\{[^}]*}", "none");
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Roles roles;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void everyHandlerSaysWhoReachesIt() {
        assertThat(routes().filter(route -> Declared.declaration(route.handler(), Open.class) == null)
                        .filter(route -> Declared.declaration(route.handler(), Needs.class) == null)
                        .map(Route::toString))
                .isEmpty();
    }

    @Test
    void onlyTheDoorStandsOpen() {
        assertThat(routes().filter(route -> Declared.declaration(route.handler(), Open.class) != null)
                        .map(Route::toString))
                .isSubsetOf(OPEN);
    }

    @Test
    void aStrangerReachesNothingButTheDoor() {
        var reached = new TreeSet<String>();
        closed().forEach(route -> {
            var answer = http.with("Accept", "text/html").send(route.method(), route.filled(), null, null);
            int refused = route.api() ? 401 : route.method().equals("GET") ? 303 : 403;
            if (answer.status() != refused) reached.add(route + " answered " + answer.status());
        });
        assertThat(reached).isEmpty();
    }

    @Test
    void eachRoleReachesWhatItMayAndNothingElse() {
        var now = clock.instant();
        var wrong = new ArrayList<String>();
        crowd.person(now, "admin");
        for (var role : shipped().values()) {
            var person = crowd.withPassword(crowd.person(now, role.code()), now);
            var token = http.as(crowd.token(person.id(), Token.Scope.WRITE, now));
            var browser = http.browser();
            browser.get("/signin");
            browser.form("/session", Map.of("login", String.valueOf(person.login()), "password", Crowd.PASSWORD))
                    .expect(303);
            browser.get("/me").expect(200);
            closed().filter(route -> !leaves(route)).forEach(route -> {
                var asker = route.api() ? token : browser;
                int status =
                        asker.send(route.method(), route.filled(), null, null).status();
                boolean refused = status == 403 || status == 401;
                if (refused == may(role, route) || status >= 500)
                    wrong.add(role.code() + " " + route + " answered " + status);
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noAddressOfTheApiPassesOverWhatItDoesNotKnow() {
        var now = clock.instant();
        var token = http.as(crowd.token(crowd.person(now, "admin").id(), Token.Scope.WRITE, now));
        var deaf = new TreeSet<String>();
        routes().filter(Route::api).forEach(route -> {
            var answer = token.send(route.method(), route.filled() + "?nonsense=1", null, null);
            if (answer.status() != 400 || !answer.text().contains("nonsense"))
                deaf.add(route + " answered " + answer.status());
        });
        assertThat(deaf).isEmpty();
    }

    @Test
    void anAddressOfAssetsThatNamesNoFileIsNotFound() {
        http.browser().get("/assets/x").expect(404);
        http.browser().get("/assets/x/none.css").expect(404);
    }

    @Test
    void everyLinkOfATemplateLeadsToAPage() throws IOException {
        var pages = routes().filter(route -> route.method().equals("GET"))
                .map(route -> Pattern.compile(route.path().replaceAll("\\{[^{}]*(\\{[^}]*})?[^{}]*}", "[^/]+")))
                .toList();
        var nowhere = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var template :
                    files.filter(file -> file.toString().endsWith(".jte")).toList()) {
                LINK.matcher(Files.readString(template))
                        .results()
                        .map(link -> link.group(1))
                        .forEach(link -> {
                            var path = link.replaceAll("\\$\\{[^}]*}", "1").replaceFirst("[?#].*", "");
                            if (pages.stream()
                                    .noneMatch(page -> page.matcher(path).matches()))
                                nowhere.add(template.getFileName() + " " + link);
                        });
            }
        }
        assertThat(nowhere).isEmpty();
    }

    /** What would sign out who asks, or never ends. */
    private static boolean leaves(Route route) {
        return route.toString().equals("DELETE /session") || route.path().endsWith("/live");
    }

    private static boolean may(Role role, Route route) {
        var needs = Declared.declaration(route.handler(), Needs.class);
        assertThat(needs).isNotNull();
        return needs.value().length == 0 || Arrays.stream(needs.value()).anyMatch(role.permissions()::contains);
    }

    private Map<String, Role> shipped() {
        return roles.all().stream().filter(role -> role.name() == null).collect(toMap(Role::code, role -> role));
    }

    private Stream<Route> closed() {
        return routes().filter(route -> Declared.declaration(route.handler(), Open.class) == null);
    }

    /** Of this house; Spring's own page for errors is reached by no address of ours. */
    private Stream<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("dev.qiao"))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()));
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        List<String> words = methods.isEmpty()
                ? List.of("*")
                : methods.stream().map(RequestMethod::name).toList();
        return info.getPatternValues().stream()
                .flatMap(path -> words.stream().map(method -> new Route(method, path, handler)));
    }
}
