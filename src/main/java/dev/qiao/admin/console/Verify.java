package dev.qiao.admin.console;

import dev.qiao.admin.Verification;
import dev.qiao.base.Command;
import dev.qiao.base.Desk;
import java.util.Locale;
import picocli.CommandLine;

/** Checks what must hold of everything that is stored. */
@CommandLine.Command(
        name = "verify",
        description = "Check that what is stored holds together; says what is wrong, and then exits with 1.")
public final class Verify implements Command {
    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public int run(Desk desk) {
        int wrong = 0;
        for (var check : desk.door(Verification.class).checks()) {
            var finding = Verification.look(check);
            if (finding.problems().isEmpty()) {
                desk.out().printf(Locale.ROOT, "ok    %s (%.1f s)%n", check.name(), finding.seconds());
                check.hints().forEach(hint -> desk.out().println("      hint: " + hint));
                continue;
            }
            wrong++;
            desk.out().printf(Locale.ROOT, "WRONG %s (%.1f s)%n", check.name(), finding.seconds());
            finding.problems().forEach(problem -> desk.out().println("      " + problem));
        }
        desk.out().println(wrong == 0 ? "everything holds" : wrong + " of the checks found something wrong");
        return wrong == 0 ? 0 : 1;
    }
}
