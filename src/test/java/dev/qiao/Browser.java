package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A reader in Debian's Chromium. A test opens one for each person it needs and closes it at the end:
 *
 * <pre>
 * try (var zhou = Browser.desktop(http.root())) {
 *     zhou.signIn("zhou.jianping", password).open("/tickets/20437");
 *     zhou.page().getByRole(AriaRole.BUTTON, …).click();
 *     zhou.isAccessible().shot("ticket");
 * }
 * </pre>
 *
 * Everything that the console calls an error, and everything that the content security policy stopped, fails the test on closing.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** Who is not signed in has no stream. */
    private static final String READY =
            "html[data-ready~=page]:is([data-ready~=stream], :not([data-mark]), [data-me=''])";

    private static final Path SHOTS = Path.of(System.getProperty("qiao.shots", "target/shots"));

    private static final class Chromium {
        /** The one without windows is a sixth quicker, where it is installed. */
        static final Path PROGRAM = Stream.of("chromium-headless-shell", "chromium")
                .map(Path.of("/usr/bin")::resolve)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();

        static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final com.microsoft.playwright.Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(FLAGS));
    }

    /** A screen of one kind. */
    private record Screen(
            URI root, int width, int height, boolean phone, ColorScheme light, ServiceWorkerPolicy workers) {
        Page open() {
            return Chromium.BROWSER
                    .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                            .setBaseURL(root.toString())
                            .setLocale("zh-CN")
                            .setTimezoneId("Asia/Shanghai")
                            .setReducedMotion(ReducedMotion.REDUCE)
                            .setColorScheme(light)
                            .setServiceWorkers(workers)
                            .setViewportSize(width, height)
                            .setHasTouch(phone)
                            .setIsMobile(phone)
                            .setDeviceScaleFactor(phone ? 2 : 1))
                    .newPage();
        }
    }

    /** Pages that were left clean: a new one costs a process, and fetches every file again. */
    private static final Map<Screen, Deque<Page>> CLEAN = new HashMap<>();

    private final Screen screen;
    private final BrowserContext context;
    private final Page page;
    private boolean cuttable;
    private final List<String> errors = new ArrayList<>();
    private final Consumer<ConsoleMessage> heard = message -> {
        if (message.type().equals("error") && !forgiven(message.text())) errors.add(message.text());
    };
    private final Consumer<String> broke = errors::add;

    private Browser(URI root, int width, int height, boolean phone, ColorScheme light) {
        this(new Screen(root, width, height, phone, light, ServiceWorkerPolicy.BLOCK));
    }

    private Browser(Screen screen) {
        this.screen = screen;
        var left = CLEAN.computeIfAbsent(screen, _ -> new ArrayDeque<>()).poll();
        this.page = left == null ? screen.open() : left;
        this.context = page.context();
        // What a page sent while it was left may have been answered after it.
        context.clearCookies();
        context.setDefaultTimeout(10_000);
        page.onConsoleMessage(heard);
        page.onPageError(broke);
    }

    private boolean forgiven(String text) {
        boolean cut = text.contains("net::ERR_") || text.equals("htmx:sendError") || text.equals("htmx:afterRequest");
        return text.contains("status of 4") || (cuttable && cut);
    }

    /** A desk screen, 1280×800. */
    public static Browser desktop(URI root) {
        return new Browser(root, 1280, 800, false, ColorScheme.LIGHT);
    }

    /** The same in the dark. */
    public static Browser dark(URI root) {
        return new Browser(root, 1280, 800, false, ColorScheme.DARK);
    }

    /** A phone, 390×844. */
    public static Browser phone(URI root) {
        return new Browser(root, 390, 844, true, ColorScheme.LIGHT);
    }

    /** A phone on which the desk may leave its service worker, as on a person's own. */
    public static Browser own(URI root) {
        return new Browser(new Screen(root, 390, 844, true, ColorScheme.LIGHT, ServiceWorkerPolicy.ALLOW));
    }

    /** A screen of any size. */
    public static Browser sized(URI root, int width, int height) {
        return new Browser(root, width, height, false, ColorScheme.LIGHT);
    }

    /** By login and password, as the sign-in page sends them, without drawing that page; {@code SignInPageTest} goes through it. */
    public Browser signIn(String login, String password) {
        var http = Http.at(screen.root()).browser();
        var answer = http.signIn(login, password).expect(303);
        for (var line : answer.response().headers().allValues("Set-Cookie")) {
            var cookie = line.substring(0, line.indexOf(';')).split("=", 2);
            if (!cookie[1].isEmpty()) with(cookie[0], cookie[1]);
        }
        return this;
    }

    /** With a cookie from elsewhere, such as a session made by the test. */
    public Browser with(String cookie, String value) {
        context.addCookies(
                List.of(new Cookie(cookie, value).setUrl(screen.root().toString())));
        return this;
    }

    /** Opens a page and waits until it is at work. */
    public Browser open(String path) {
        page.navigate(path);
        return settled();
    }

    /** Waits until nothing that is pressed or that happens is lost on this page: its keys work and its stream is open. */
    public Browser settled() {
        page.waitForSelector(READY, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        return this;
    }

    /** For a test that cuts the line: what did not arrive is no fault of the page. */
    public Browser cuttable() {
        cuttable = true;
        return this;
    }

    /** Cuts the line, or mends it. */
    public Browser offline(boolean cut) {
        cuttable = true;
        context.setOffline(cut);
        return this;
    }

    public Page page() {
        return page;
    }

    /** Zero findings of axe, by WCAG 2.2 AA. In one call and for what is wrong alone: what is right is long, and pages have no frames. */
    public Browser isAccessible() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var found = new AxeBuilder(page)
                .options(options)
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(found.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList())
                .as("accessibility of %s", page.url())
                .isEmpty();
        return this;
    }

    /** A page never scrolls sideways. */
    public Browser fits() {
        var over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue()).as("overflow of %s", page.url()).isLessThanOrEqualTo(0);
        return this;
    }

    /** A picture of what is in sight, {@code target/shots/<name>.png}. */
    public Browser shot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
        return this;
    }

    @Override
    public void close() {
        leave();
        assertThat(errors)
                .as("what the console of %s complained about", page.url())
                .isEmpty();
    }

    /** What a test did to a page goes with it; only one that nothing was done to but reading and writing is used again. */
    private void leave() {
        page.offConsoleMessage(heard);
        page.offPageError(broke);
        boolean plain = !cuttable
                && page.url().startsWith(screen.root().toString())
                && screen.workers() == ServiceWorkerPolicy.BLOCK
                && context.pages().size() == 1;
        if (!plain || !errors.isEmpty()) {
            context.close();
            return;
        }
        page.evaluate("localStorage.clear(), sessionStorage.clear()");
        page.unrouteAll();
        page.navigate("about:blank");
        page.setViewportSize(screen.width(), screen.height());
        CLEAN.get(screen).push(page);
    }
}
