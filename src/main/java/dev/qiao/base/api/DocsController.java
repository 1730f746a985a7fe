package dev.qiao.base.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.qiao.base.web.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API as a page. */
@Open
@Controller
class DocsController {
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectProvider<ApiDescription> description;

    DocsController(ObjectProvider<ApiDescription> description) {
        this.description = description;
    }

    @GetMapping("/api/v1/docs")
    String index(HttpServletRequest request, Model model) throws JsonProcessingException {
        var json = description.getObject().openapiJson(request, "", Locale.ENGLISH);
        model.addAttribute("described", Described.of(JSON.readTree(json)));
        return "base/api/docs";
    }
}
