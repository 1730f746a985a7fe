package dev.qiao.base.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was just done, told in one line with a way back. It survives a redirect.
 *
 * @param undo the act that takes it back, such as {@code DELETE /tickets/20437/hold}; null when there is none
 */
public record Toast(String text, @Nullable Undo undo) {
    /** One request that takes the act back. */
    public record Undo(String method, String path) {}

    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    public static Toast of(String text) {
        return new Toast(text, null);
    }

    public Toast undo(String method, String path) {
        return new Toast(text, new Undo(method, path));
    }

    /** Says it on the page that gets this answer. */
    public void on(HttpServletResponse response) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("text", text);
        if (undo != null) said.put("undo", undo);
        response.setHeader("HX-Trigger", ASCII.writeValueAsString(Map.of("toast", said)));
    }
}
