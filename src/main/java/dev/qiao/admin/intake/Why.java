package dev.qiao.admin.intake;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Lang;
import dev.qiao.ticket.Texts;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** Why a row cannot be taken, in words. */
final class Why {
    /** The database's class of what is beyond its limits, such as an index entry that is too long. */
    private static final String BEYOND_LIMITS = "54";

    private Why() {}

    /**
     * Tells it of the only ticket that was tried, as far as it lies in what it says.
     * Errors: what does not is thrown on.
     */
    static String of(RuntimeException failed, Chronicle chronicle, Lang lang) {
        return switch (failed) {
            case Refused refused -> told(refused, lang);
            case DataAccessException e
            when inData(e) -> {
                var description = chronicle.updates().getLast().description();
                int length = description.codePointCount(0, description.length());
                yield length > Texts.BODY
                        ? told(Refused.invalid("description", "ticket.text_too_long", length, Texts.BODY), lang)
                        : lang.t("admin.row_not_stored", words(e));
            }
            default -> throw failed;
        };
    }

    static String told(Refused refused, Lang lang) {
        return refused.problems().stream()
                .map(p -> (p.field() == null ? "" : p.field() + ": ") + lang.t(p.key(), p.arguments()))
                .collect(Collectors.joining("; "));
    }

    private static boolean inData(DataAccessException e) {
        return e instanceof DataIntegrityViolationException
                || (e.getMostSpecificCause() instanceof SQLException sql
                        && String.valueOf(sql.getSQLState()).startsWith(BEYOND_LIMITS));
    }

    /** Its first line; those below show the whole row. */
    private static String words(DataAccessException e) {
        return String.valueOf(e.getMostSpecificCause().getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }
}
