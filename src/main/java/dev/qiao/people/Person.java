package dev.qiao.people;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks or works here; perhaps known by mail or phone only.
 *
 * @param login what they sign in with, in small letters; null for who never signs in
 * @param organization 0 for none
 */
public record Person(
        long id,
        @Nullable String login,
        String name,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String title,
        long organization,
        boolean active,
        Locale language,
        ZoneId zone,
        int version) {
    /** By which others name them: the login, or the number of somebody who has none. */
    public String code() {
        return login == null ? Long.toString(id) : login;
    }
}
