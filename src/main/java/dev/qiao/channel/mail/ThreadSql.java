package dev.qiao.channel.mail;

import dev.qiao.base.Db;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** All SQL of which mails talk about which ticket, and who talks there. */
@Repository
class ThreadSql {
    private final Db db;

    ThreadSql(Db db) {
        this.db = db;
    }

    /** Tickets to which one of these Message-IDs belongs; of the nearest first, then the oldest. */
    List<Long> numbers(List<String> ids) {
        if (ids.isEmpty()) return List.of();
        return db.sql("""
                select t.number from unnest(:ids::text[]) with ordinality as i (id, place)
                  join channel.mail_thread t on t.message_id = i.id
                 group by t.number order by min(i.place), t.number limit 20
                """).bind("ids", ids).list(row -> row.number("number"));
    }

    /** Tickets on which this was answered before it came itself. */
    List<Long> awaiting(String id) {
        if (id.isEmpty()) return List.of();
        return db.sql("""
                select number from channel.mail_thread where message_id = :id and not heard order by number limit 20
                """).bind("id", id).list(row -> row.number("number"));
    }

    /**
     * Adds what was heard.
     *
     * @param id of the mail that was heard; may be empty
     * @param answers what it answers to
     */
    void join(long number, String id, Collection<String> answers) {
        db.sql("""
                insert into channel.mail_thread (message_id, number, heard)
                select i, :number, false from unnest(:ids::text[]) as i
                on conflict do nothing
                """).bind("ids", answers).bind("number", number).update();
        if (id.isEmpty()) return;
        db.sql("""
                insert into channel.mail_thread (message_id, number, heard) values (:id, :number, true)
                on conflict (message_id, number) do update set heard = true
                """).bind("id", id).bind("number", number).update();
    }

    boolean member(long number, String address) {
        return db.sql(
                        "select exists(select 1 from channel.mail_member where number = :number and address = :address) as member")
                .bind("number", number)
                .bind("address", address)
                .one(row -> row.yes("member"));
    }

    void enter(long number, Collection<String> addresses) {
        db.sql("""
                insert into channel.mail_member (number, address) select :number, a from unnest(:addresses::text[]) as a
                on conflict do nothing
                """).bind("number", number).bind("addresses", addresses).update();
    }
}
