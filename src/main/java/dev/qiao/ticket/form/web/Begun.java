package dev.qiao.ticket.form.web;

import dev.qiao.base.Me;
import dev.qiao.people.draft.Draft;
import dev.qiao.people.draft.Drafts;
import dev.qiao.ticket.form.Form;
import dev.qiao.ticket.form.FormVersion;
import dev.qiao.ticket.form.Forms;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forms that went out of use while somebody filled them in: they stay open to them with what was typed. */
@Component
public class Begun {
    private final Forms forms;
    private final Drafts drafts;

    Begun(Forms forms, Drafts drafts) {
        this.forms = forms;
        this.drafts = drafts;
    }

    /**
     * Those in which this person has typed something that was not sent yet.
     *
     * @param prefix before the code of a form in the names of its drafts
     */
    public List<Form> of(String prefix, Me me) {
        var retired = forms.all().stream()
                .filter(one -> !one.asks() && one.current() != null)
                .toList();
        var kept = drafts.of(retired.stream().map(one -> prefix + one.code()).toList(), me).stream()
                .filter(draft -> !draft.fields().isEmpty())
                .map(Draft::name)
                .toList();
        return retired.stream()
                .filter(one -> kept.contains(prefix + one.code()))
                .toList();
    }

    /** What such a form asked last; null where it is in use, or nothing was typed. */
    public @Nullable FormVersion version(String prefix, @Nullable String form, Me me) {
        if (form == null) return null;
        return of(prefix, me).stream()
                .filter(one -> one.code().equals(form))
                .findFirst()
                .map(Form::current)
                .orElse(null);
    }
}
