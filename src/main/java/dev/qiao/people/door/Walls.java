package dev.qiao.people.door;

import dev.qiao.base.web.Hatch;
import dev.qiao.people.Rights;
import dev.qiao.people.Sessions;
import dev.qiao.people.Tokens;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The walls around all handlers: who is there, forged requests, what a page may load. Who may enter is {@link Declared}. */
@Configuration(proxyBeanMethods = false)
class Walls {
    private static final String CONTENT = """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
            connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self'; frame-src 'self'; \
            form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'""";
    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final Recognition recognition;
    private final Garbled garbled = new Garbled();

    Walls(Tokens tokens, Sessions sessions, Rights rights, InstantSource clock) {
        this.recognition = new Recognition(tokens, sessions, rights, clock);
    }

    @Bean
    HttpFirewall oneReading() {
        return new OneReading();
    }

    /** A browser does not send a bearer token by itself, and a cookie only reads here: nothing can be forged. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) {
        return stateless(http.securityMatcher("/api/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Where machines speak nobody is recognized, so nothing can be forged in anybody's name. */
    @Bean
    @Order(2)
    SecurityFilterChain hatches(HttpSecurity http, ObjectProvider<Hatch> hatches) {
        var paths = hatches.stream().map(Hatch::pattern).toArray(String[]::new);
        return walled(http.securityMatcher(paths))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Forgery forgery) {
        return stateless(http)
                .csrf(csrf -> csrf.csrfTokenRepository(forgery))
                .exceptionHandling(
                        refusals -> refusals.accessDeniedHandler((request, response, _) -> forged(request, response)))
                .build();
    }

    /** Nobody is known to Spring by name: people are recognized by {@link Recognition} alone. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    private HttpSecurity stateless(HttpSecurity http) {
        return walled(http.addFilterBefore(recognition, CsrfFilter.class).addFilterAfter(garbled, Recognition.class));
    }

    private static HttpSecurity walled(HttpSecurity http) {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(Walls::headers);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** The refusal is worded where all are: by the pages. */
    private static void forged(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            request.getRequestDispatcher("/forged").forward(request, response);
        } catch (ServletException e) {
            throw new IOException(e);
        }
    }
}
