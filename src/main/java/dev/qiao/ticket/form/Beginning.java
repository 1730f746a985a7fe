package dev.qiao.ticket.form;

import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Level;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket begins with because of its form; what somebody says themselves goes before it.
 *
 * @param title empty: none
 */
public record Beginning(
        @Nullable Kind kind,
        @Nullable Long category,
        String title,
        String description,
        @Nullable Level impact,
        @Nullable Level urgency) {
    private static final Beginning NOTHING = new Beginning(null, null, "", "", null, null);

    /** As this version says; where the form belongs is not a matter of versions. */
    public static Beginning of(Forms forms, @Nullable FormVersion version) {
        if (version == null) return NOTHING;
        var form = forms.byCode(version.code());
        var asked = version.definition();
        return new Beginning(
                form.map(Form::kind).orElse(null),
                form.map(Form::category).orElse(null),
                asked.title().isBlank() ? version.name() : asked.title(),
                asked.description(),
                asked.impact(),
                asked.urgency());
    }
}
