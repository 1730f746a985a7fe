package dev.qiao.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoTest;
import dev.qiao.base.Me;
import dev.qiao.base.web.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way through filters and handlers to {@link ProbeApi}, behind the sign-in. */
@QiaoTest
abstract class Probing {
    @Autowired
    WebApplicationContext context;

    @Autowired
    List<ApiFilter> filters;

    private MockMvc mvc;

    @BeforeEach
    void setUp() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(filters.toArray(ApiFilter[]::new))
                .build();
    }

    org.springframework.mock.web.MockHttpServletRequest signIn(
            org.springframework.mock.web.MockHttpServletRequest request) {
        Visitor.is(request, Me.QIAO);
        return request;
    }

    MockHttpServletRequestBuilder request(HttpMethod method, String rest) {
        return MockMvcRequestBuilders.request(method, java.net.URI.create("/api/v1/probe" + rest))
                .with(this::signIn)
                .header("Accept-Language", "en")
                .contentType("application/json");
    }

    MockHttpServletRequestBuilder post(String body) {
        return request(HttpMethod.POST, "").content(body);
    }

    MockHttpServletRequestBuilder patch(String body) {
        return request(HttpMethod.PATCH, "/1").content(body);
    }

    MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode problem(MockHttpServletRequestBuilder request, int status) {
        var answer = send(request);
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        return tree(answer);
    }

    static JsonNode tree(MockHttpServletResponse answer) {
        return new JsonMapper().readTree(answer.getContentAsByteArray());
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
