package dev.qiao.ticket.form.web;

import dev.qiao.base.web.Choice;
import dev.qiao.ticket.form.Condition;
import dev.qiao.ticket.form.Field;
import dev.qiao.ticket.form.FormVersion;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A version of a form to be filled in, with what was typed already. */
public record AskedView(FormVersion version, List<Line> lines) {
    /**
     * One field.
     *
     * @param chosen what can be chosen in it, or was: options, services, persons, files
     */
    public record Line(Field field, List<String> values, List<Choice> chosen) {
        public String name() {
            return Field.name(field.code());
        }

        public @Nullable String value() {
            return values.isEmpty() ? null : values.getFirst();
        }

        /** Whom or what is named in it, in words; null: nothing. */
        public @Nullable String said() {
            var words = chosen.stream().map(Choice::label).collect(Collectors.joining(" · "));
            return words.isEmpty() ? null : words;
        }

        public @Nullable String hint() {
            return field.hint().isBlank() ? null : field.hint();
        }

        public @Nullable String shown() {
            return told(field.shown());
        }

        public @Nullable String needed() {
            return told(field.needed());
        }

        private static @Nullable String told(@Nullable Condition condition) {
            if (condition == null) return null;
            return condition.is().isEmpty()
                    ? condition.field()
                    : condition.field() + " " + String.join(" ", condition.is());
        }
    }
}
