package dev.qiao.base.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Look;
import dev.qiao.base.Preferences;
import dev.qiao.base.web.assets.Assets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the {@link Page} of a request. */
@Component
public class Pages implements HandlerMethodArgumentResolver {
    private final Languages languages;
    private final InstantSource clock;
    private final Assets assets;
    private final Navigation navigation;
    private final Preferences preferences;
    private final boolean demo;

    Pages(
            Languages languages,
            InstantSource clock,
            Assets assets,
            Navigation navigation,
            Preferences preferences,
            @Value("${qiao.demo:false}") boolean demo) {
        this.languages = languages;
        this.clock = clock;
        this.assets = assets;
        this.navigation = navigation;
        this.preferences = preferences;
        this.demo = demo;
    }

    public Page of(HttpServletRequest request) {
        var me = Visitor.of(request).orElse(null);
        var lang = languages.of(me != null ? me.language() : language(request));
        var zone = me == null ? preferences.zone() : me.zone();
        var shell = new Page.Shell(preferences.deskName(), demo, languages, assets, navigation);
        return new Page(lang, me, new Times(lang, zone, clock.instant()), visit(request), shell);
    }

    /** The language of a reader whom we do not know: the one chosen on the sign-in page, else the browser's, else the desk's. */
    private Locale language(HttpServletRequest request) {
        return cookie(request, "lang")
                .map(Locale::forLanguageTag)
                .or(() -> Optional.ofNullable(Languages.preferred(request)))
                .orElseGet(preferences::language);
    }

    private static Visit visit(HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Visit(
                request.getRequestURI(),
                look(request),
                dismissed(request),
                cookie(request, "keys").filter("off"::equals).isEmpty(),
                request.getHeader("HX-Request") != null,
                csrf == null ? "" : csrf.getToken(),
                csrf == null ? "" : csrf.getHeaderName(),
                Marking.of(request));
    }

    /** As the cookies of this device say. */
    static Look look(HttpServletRequest request) {
        return new Look(
                word(request, "theme", Look.Theme.values(), Look.STANDARD.theme()),
                word(request, "size", Look.Size.values(), Look.STANDARD.size()),
                word(request, "motion", Look.Motion.values(), Look.STANDARD.motion()));
    }

    private static <E extends Enum<E> & Coded> E word(HttpServletRequest request, String name, E[] words, E otherwise) {
        var said = cookie(request, name);
        return Arrays.stream(words)
                .filter(word -> said.filter(word.code()::equals).isPresent())
                .findFirst()
                .orElse(otherwise);
    }

    static Set<String> dismissed(HttpServletRequest request) {
        return cookie(request, "tips")
                .map(tips -> Set.copyOf(List.of(tips.split("-"))))
                .orElse(Set.of());
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        var cookies =
                request.getCookies() == null ? List.<jakarta.servlet.http.Cookie>of() : List.of(request.getCookies());
        return cookies.stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(jakarta.servlet.http.Cookie::getValue)
                .findFirst();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of((HttpServletRequest) request.getNativeRequest());
    }
}
