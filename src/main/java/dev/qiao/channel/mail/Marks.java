package dev.qiao.channel.mail;

import dev.qiao.people.Seal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Marks that only this desk can make: in the subject, in the address and in the Message-ID of what it sends. An answer brings them back. */
@Component
public class Marks {
    private static final String PURPOSE = "channel.mail";
    private static final int LENGTH = 11;
    private static final int BYTES = 7;
    private static final Pattern SUBJECT = Pattern.compile("\\[#(\\d{1,15})-([0-9a-z]{11})]");
    private static final Pattern ADDRESS = Pattern.compile("\\+(\\d{1,15})-([0-9a-z]{11})@");
    private static final Pattern ID = Pattern.compile("^qiao\\.\\d+\\.\\d+\\.t(\\d{1,15})-([0-9a-z]{11})@.*");
    private static final Pattern DELIVERY = Pattern.compile("^qiao\\.(\\d{1,18})\\.(\\d{1,18})[.@].*");

    private final Seal seal;

    Marks(Seal seal) {
        this.seal = seal;
    }

    /** A letter of ours, by the entry of which it tells and its own number. */
    public record Sent(long entry, long delivery) {}

    /** For a subject: {@code [#17-3k9…]}. */
    public String subject(long number) {
        return "[#" + mark(number) + "]";
    }

    /** For a Message-ID and an address: {@code 17-3k9…}. */
    public String mark(long number) {
        var sum = seal.of(PURPOSE, Long.toString(number)).getBytes(StandardCharsets.US_ASCII);
        var digits = new BigInteger(
                        1,
                        java.util.Arrays.copyOf(java.util.Base64.getUrlDecoder().decode(sum), BYTES))
                .toString(36);
        return number + "-" + "0".repeat(LENGTH - digits.length()) + digits;
    }

    OptionalLong inSubject(String subject) {
        return first(SUBJECT.matcher(subject));
    }

    OptionalLong inAddresses(Collection<String> addresses) {
        return addresses.stream()
                .map(address -> first(ADDRESS.matcher(address)))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    OptionalLong inIds(Collection<String> ids) {
        return ids.stream()
                .map(id -> first(ID.matcher(id)))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** The letter that one of these Message-IDs names. */
    static Optional<Sent> sent(Collection<String> ids) {
        return ids.stream()
                .map(DELIVERY::matcher)
                .filter(Matcher::matches)
                .map(id -> new Sent(Long.parseLong(id.group(1)), Long.parseLong(id.group(2))))
                .findFirst();
    }

    private OptionalLong first(Matcher found) {
        while (found.find()) {
            long number = Long.parseLong(found.group(1));
            if (mark(number).equals(number + "-" + found.group(2))) return OptionalLong.of(number);
        }
        return OptionalLong.empty();
    }
}
