package dev.qiao.people.totp;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.people.People;
import dev.qiao.people.Roles;
import dev.qiao.people.Seal;
import dev.qiao.people.SecondFactor;
import dev.qiao.people.totp.FactorFacts.FactorRecovered;
import dev.qiao.people.totp.FactorFacts.FactorRemoved;
import dev.qiao.people.totp.FactorFacts.FactorReset;
import dev.qiao.people.totp.FactorFacts.FactorSetUp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Second factors: each is set up, shown and given up by its owner, demanded of roles, and reset by an administrator. */
@Component
public class Factors implements SecondFactor {
    private static final String PERSON = "person";
    private static final int FREE_TRIES = 5;
    private static final int MOST = 500;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Db db;
    private final FactorSql sql;
    private final Strongbox strongbox;
    private final People people;
    private final Roles roles;
    private final Preferences preferences;
    private final Journal journal;

    Factors(
            Db db,
            FactorSql sql,
            Strongbox strongbox,
            People people,
            Roles roles,
            Preferences preferences,
            Journal journal) {
        this.db = db;
        this.sql = sql;
        this.strongbox = strongbox;
        this.people = people;
        this.roles = roles;
        this.preferences = preferences;
        this.journal = journal;
    }

    @Override
    public boolean asks(long person) {
        return stands(person) || sql.demanded(person);
    }

    /** Whether this person has set one up. */
    public boolean stands(long person) {
        return sql.find(person).filter(factor -> factor.setUpAt() != null).isPresent();
    }

    /** Whether one of this person's roles demands one. */
    public boolean demanded(long person) {
        return sql.demanded(person);
    }

    @Override
    public void begin(long person) {
        if (sql.find(person).isEmpty()) sql.begin(person, strongbox.close(person, strongbox.fresh()));
    }

    /** What is being set up; empty when nothing is, or when it stands and is shown to nobody any more. */
    public Optional<Enrolment> enrolment(long person) {
        return sql.find(person).filter(factor -> factor.setUpAt() == null).map(factor -> {
            var secret = strongbox.open(person, factor.secret());
            var letters = Base32.of(secret);
            return new Enrolment(Picture.of(address(person, letters)), letters, strongbox.recovery(secret));
        });
    }

    private String address(long person, String secret) {
        var desk = preferences.deskName().isEmpty() ? Me.QIAO.name() : preferences.deskName();
        var login = people.find(person).map(p -> String.valueOf(p.login())).orElse("");
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(escaped(desk), escaped(login), secret, escaped(desk));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void show(long person, String code, Instant now) {
        var factor = sql.find(person).orElseThrow(() -> Refused.conflict("people.totp.none"));
        var wait = wait(factor, now);
        if (wait.isPositive()) throw Refused.tooMany(wait, "people.wait", Math.max(1, wait.toSeconds()));
        if (!sql.tried(factor, now)) throw Refused.tooMany(Duration.ofSeconds(1), "people.wait", 1);
        var typed = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!(timely(factor, typed, now) || onPaper(factor, typed, now)))
            throw Refused.invalid("code", "people.totp.wrong");
        if (factor.setUpAt() == null) setUp(factor, now);
    }

    /** One step back and one ahead, for clocks that differ; and each step once. */
    private boolean timely(Factor factor, String typed, Instant now) {
        var secret = strongbox.open(factor.person(), factor.secret());
        long present = OneTimeCode.step(now);
        for (long step = present - 1; step <= present + 1; step++) {
            if (OneTimeCode.of(secret, step, OneTimeCode.DIGITS).equals(typed)) return sql.shown(factor.person(), step);
        }
        return false;
    }

    private boolean onPaper(Factor factor, String typed, Instant now) {
        if (factor.setUpAt() == null || typed.length() <= OneTimeCode.DIGITS) return false;
        return db.transact(() -> {
            if (!sql.used(factor.person(), Seal.hash(typed))) return false;
            note(factor.person(), now, new FactorRecovered(factor.recovery().size() - 1));
            return true;
        });
    }

    private void setUp(Factor factor, Instant now) {
        var codes = strongbox.recovery(strongbox.open(factor.person(), factor.secret()));
        db.transact(() -> {
            sql.setUp(factor.person(), codes.stream().map(Seal::hash).toList(), now);
            note(factor.person(), now, new FactorSetUp());
        });
    }

    private static Duration wait(Factor factor, Instant now) {
        if (factor.tries() < FREE_TRIES || factor.triedAt() == null) return Duration.ZERO;
        var grown = Duration.ofSeconds(1L << Math.min(factor.tries() - FREE_TRIES + 1, 20));
        var delay = grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
        var left = Duration.between(now, factor.triedAt().plus(delay));
        // Never longer than the delay itself, also where the clock was set back since.
        return left.compareTo(delay) < 0 ? left : delay;
    }

    /** How many codes on paper are left. */
    public int recoveryLeft(long person) {
        return sql.find(person).map(factor -> factor.recovery().size()).orElse(0);
    }

    /** Gives up one's own. Errors: a wrong code, a role that demands it. */
    public void remove(String code, Me me, Instant now) {
        if (sql.demanded(me.id())) throw Refused.conflict("people.totp.demanded");
        show(me.id(), code, now);
        db.transact(() -> {
            if (sql.remove(me.id())) note(me.id(), now, new FactorRemoved());
        });
    }

    /** Takes away somebody's who has lost it; if a role demands one, they set up another when they come in next. */
    public void reset(long person, Me me, Instant now) {
        me.must(Permission.ADMIN);
        db.transact(() -> {
            if (!sql.remove(person)) throw Refused.notFound("people.totp.none");
            journal.write(entry(person, me.origin(), me.id(), now, new FactorReset()));
        });
    }

    /** Roles that demand one. */
    public Set<Long> demanding(Me me) {
        me.must(Permission.ADMIN);
        return sql.demandingRoles();
    }

    /** Persons who have one, the newest first; at most 500. */
    public List<Long> holders(Me me) {
        me.must(Permission.ADMIN);
        return sql.holders(MOST);
    }

    /** From now on who holds this role sets one up at the next sign-in; who is in stays in. */
    public void demand(String role, boolean demanded, Me me, Instant now) {
        me.must(Permission.ADMIN);
        var found = roles.byCode(role).orElseThrow(() -> Refused.notFound("people.no_role"));
        db.transact(() -> {
            if (!sql.demand(found.id(), demanded, now)) return;
            var facts = Configured.of("people.second_factor", role, !demanded, demanded);
            journal.write(new Entry(now, me.origin(), "settings", found.id(), 0, me.id(), Audience.ADMIN, facts));
        });
    }

    private void note(long person, Instant now, FactorFacts facts) {
        journal.write(entry(person, Origin.LIVE, person, now, facts));
    }

    private static Entry entry(long person, Origin origin, long actor, Instant now, FactorFacts facts) {
        return new Entry(now, origin, PERSON, person, 0, actor, Audience.ADMIN, facts);
    }
}
