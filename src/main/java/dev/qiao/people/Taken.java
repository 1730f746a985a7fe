package dev.qiao.people;

import dev.qiao.base.Refused;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;

/** Says in the words of a form what the database has refused: something that another has already, or that does not exist. */
final class Taken {
    private static final Map<String, Refused> REFUSALS = Map.of(
            "person_login_key", Refused.invalid("login", "people.login_taken"),
            "person_mail_key", Refused.invalid("mail", "people.mail_taken"),
            "person_organization_id_fkey", Refused.invalid("organization", "people.no_organization"),
            "organization_code_key", Refused.invalid("code", "people.code_taken"),
            "team_code_key", Refused.invalid("code", "people.code_taken"),
            "team_lead_id_fkey", Refused.invalid("lead", "people.no_person"),
            "team_member_person_id_fkey", Refused.invalid("members", "people.no_person"));

    private Taken() {}

    static <T> T refused(Supplier<T> write) {
        try {
            return write.get();
        } catch (DataIntegrityViolationException e) {
            var words = String.valueOf(e.getMostSpecificCause().getMessage());
            throw REFUSALS.entrySet().stream()
                    .filter(refusal -> words.contains("\"" + refusal.getKey() + "\""))
                    .<RuntimeException>map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(e);
        }
    }
}
