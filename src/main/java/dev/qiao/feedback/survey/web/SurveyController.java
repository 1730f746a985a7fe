package dev.qiao.feedback.survey.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.feedback.survey.Question;
import dev.qiao.feedback.survey.Results;
import dev.qiao.feedback.survey.Survey;
import dev.qiao.feedback.survey.Survey.When;
import dev.qiao.feedback.survey.Surveys;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Surveys: made by administrators, read by who sees reports. */
@Controller
@RequestMapping("/surveys")
@Needs({Permission.DESK_CONFIGURE, Permission.REPORT_SEE})
class SurveyController {
    private final Surveys surveys;
    private final Results results;
    private final Names names;
    private final InstantSource clock;

    SurveyController(Surveys surveys, Results results, Names names, InstantSource clock) {
        this.surveys = surveys;
        this.results = results;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    String index(Me me, Model model) {
        var all = surveys.all(me);
        boolean reads = me.may(Permission.REPORT_SEE);
        var from = clock.instant().minus(Duration.ofDays(90));
        model.addAttribute("surveys", all);
        model.addAttribute(
                "rates",
                reads
                        ? all.stream().collect(toMap(Survey::id, s -> results.of(s.id(), from, me)))
                        : Map.<Long, Results.Of>of());
        return "feedback/survey/web/index";
    }

    @GetMapping("/{id:\\d+}")
    @Needs(Permission.REPORT_SEE)
    String show(@PathVariable long id, @RequestParam(defaultValue = "90") int days, Me me, Model model) {
        int span = Math.clamp(days, 1, 730);
        var found = results.of(id, clock.instant().minus(Duration.ofDays(span)), me);
        model.addAttribute("survey", surveys.find(id, me));
        model.addAttribute("results", found);
        model.addAttribute("names", names.of(found));
        model.addAttribute("days", span);
        return "feedback/survey/web/show";
    }

    @GetMapping("/new")
    @Needs(Permission.DESK_CONFIGURE)
    String form(Page page, Model model) {
        return form(null, SurveyForm.empty(), page, model);
    }

    @PostMapping
    @Needs(Permission.DESK_CONFIGURE)
    String create(HttpServletRequest sent, Me me) {
        surveys.create(SurveyForm.draft(sent), me, clock.instant());
        return "redirect:/surveys";
    }

    @GetMapping("/{id:\\d+}/edit")
    @Needs(Permission.DESK_CONFIGURE)
    String edit(@PathVariable long id, Me me, Page page, Model model) {
        var survey = surveys.find(id, me);
        return form(survey.id(), SurveyForm.of(survey), page, model);
    }

    @PostMapping("/{id:\\d+}")
    @Needs(Permission.DESK_CONFIGURE)
    String update(@PathVariable long id, @RequestParam int seen, HttpServletRequest sent, Me me) {
        surveys.update(id, seen, SurveyForm.draft(sent), me, clock.instant());
        return "redirect:/surveys";
    }

    private static String form(@Nullable Long id, SurveyForm form, Page page, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("whens", choices(When.values(), "feedback.survey_when.", page));
        model.addAttribute("kinds", choices(Question.Kind.values(), "feedback.question_kind.", page));
        return "feedback/survey/web/form";
    }

    private static <E extends Enum<E> & dev.qiao.base.Coded> List<Choice> choices(E[] all, String key, Page page) {
        return Arrays.stream(all)
                .map(each -> new Choice(each.code(), page.t(key + each.code())))
                .toList();
    }
}
