package dev.qiao.people;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Row;
import dev.qiao.people.Invitation.Purpose;
import dev.qiao.people.PersonFacts.PersonInvited;
import dev.qiao.people.PersonFacts.ResetOffered;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One-time links to set a password. Nothing secret is stored: a link is the row's number under our seal. */
@Component
public class Invitations {
    private static final String INVITATION =
            "select id, person_id, purpose, created_by, created_at, expires_at, used_at from people.invitation ";

    private final Db db;
    private final People people;
    private final Rights rights;
    private final Passwords passwords;
    private final Seal seal;
    private final Ledger ledger;

    Invitations(Db db, People people, Rights rights, Passwords passwords, Seal seal, Ledger ledger) {
        this.db = db;
        this.people = people;
        this.rights = rights;
        this.passwords = passwords;
        this.seal = seal;
        this.ledger = ledger;
    }

    /** The first to sign in is an invitation, any later a reset. Older links of this person end. */
    public Invitation offer(long person, Purpose purpose, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        var whom = people.find(person).orElseThrow(() -> Refused.notFound("people.no_person"));
        if (!whom.active()) throw Refused.conflict("people.inactive");
        if (whom.login() == null && whom.mail() == null) throw Refused.invalid("login", "people.no_way_in");
        rights.mustCover(me, person);
        return db.transact(() -> {
            db.sql(
                            "update people.invitation set expires_at = :now where person_id = :person and used_at is null and expires_at > :now")
                    .bind("now", now)
                    .bind("person", person)
                    .update();
            var invitation = insert(person, purpose, me, now);
            var facts = switch (purpose) {
                case INVITATION -> new PersonInvited(invitation.id(), person);
                case RESET -> new ResetOffered(invitation.id(), person);
            };
            ledger.note(Ledger.PERSON, person, whom.version(), me, now, facts);
            return invitation;
        });
    }

    /** The invitation with this number, used or not. */
    public Optional<Invitation> find(long id) {
        return db.sql(INVITATION + "where id = :id").bind("id", id).optional(Invitations::invitation);
    }

    /** The newest of a person that may still be used, for who may offer one. */
    public Optional<Invitation.Open> pending(long person, Me me, Instant now) {
        if (!me.may(Permission.PEOPLE_EDIT) || !rights.covers(me, person)) return Optional.empty();
        return db.sql(
                        INVITATION
                                + "where person_id = :person and used_at is null and expires_at > :now order by id desc limit 1")
                .bind("person", person)
                .bind("now", now)
                .optional(Invitations::invitation)
                .map(invitation -> new Invitation.Open(invitation, path(invitation)));
    }

    /** Whether a person can come in, or was given a link for it. */
    public boolean asked(long person) {
        return signsIn(person)
                || db.sql("select exists (select from people.invitation where person_id = :person) as asked")
                        .bind("person", person)
                        .one(row -> row.yes("asked"));
    }

    /** Whether a person has chosen a password, so that another link is a reset. */
    public boolean signsIn(long person) {
        return passwords.has(person);
    }

    /** The path that opens it, to be shown to the administrator or mailed to the person; empty when it is used or over. */
    public Optional<String> link(long id, Instant now) {
        return find(id).filter(invitation -> invitation.open(now)).map(this::path);
    }

    /** The one that may still be used. Errors: gone or never given, which look the same. */
    public Invitation open(String code, Instant now) {
        var dot = code.indexOf('.');
        var id = dot < 1 || dot > 18 || !code.substring(0, dot).matches("\\d+")
                ? 0
                : Long.parseLong(code.substring(0, dot));
        return find(id).filter(i -> seal.holds(code.substring(dot + 1), words(i)) && i.open(now))
                .orElseThrow(() -> Refused.notFound("people.link_over"));
    }

    /** Marks it used; of two at once one is refused. */
    void use(Invitation invitation, Instant now) {
        int used = db.sql(
                        "update people.invitation set used_at = :now where id = :id and used_at is null and expires_at > :now")
                .bind("now", now)
                .bind("id", invitation.id())
                .update();
        if (used == 0) throw Refused.notFound("people.link_over");
    }

    private String path(Invitation invitation) {
        return "/invitations/" + invitation.id() + "." + seal.of(words(invitation));
    }

    /** The moment and the person too: a number that is given again after a restored backup does not open an older link. */
    private static String[] words(Invitation i) {
        return new String[] {
            "invitation", "" + i.id(), "" + i.person(), i.purpose().code(), "" + i.createdAt()
        };
    }

    private Invitation insert(long person, Purpose purpose, Me me, Instant now) {
        return db.sql("""
                insert into people.invitation (person_id, purpose, created_by, created_at, expires_at)
                values (:person, :purpose, :me, :now, :expires)
                returning id, person_id, purpose, created_by, created_at, expires_at, used_at
                """)
                .bind("person", person)
                .bind("purpose", purpose)
                .bind("me", me.id())
                .bind("now", now)
                .bind("expires", now.plus(purpose.life))
                .one(Invitations::invitation);
    }

    private static Invitation invitation(Row row) {
        return new Invitation(
                row.number("id"),
                row.number("person_id"),
                row.word("purpose", Purpose.class),
                row.number("created_by"),
                row.instant("created_at"),
                row.instant("expires_at"),
                row.instantOrNull("used_at"));
    }
}
