package dev.qiao.base.web;

import dev.qiao.base.Panel;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The compiled templates, and the panels that rooms above add to a page. */
@Component
public class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final List<Panel> panels;

    Templates(ObjectProvider<Panel> panels) {
        this.panels =
                panels.stream().sorted(Comparator.comparingInt(Panel::place)).toList();
    }

    boolean has(String name) {
        return engine.hasTemplate(name + ".jte");
    }

    /** The template {@code channel/web/letter} with these values. */
    public String render(String name, Map<String, Object> model) {
        var html = new StringOutput();
        engine.render(name + ".jte", model, html);
        return html.toString();
    }

    /** What other rooms have to say about this subject, in their order. */
    public List<Content> panels(String kind, long subject, Page page) {
        return panels.stream()
                .flatMap(panel -> panel.panel(kind, subject, page.reader(), page.now()).stream())
                .map(fragment -> content(fragment, page))
                .toList();
    }

    private Content content(Panel.Fragment fragment, Page page) {
        var model = new HashMap<>(fragment.model());
        model.put("page", page);
        return output -> engine.render(fragment.template() + ".jte", model, output);
    }
}
