package dev.qiao.channel.mail;

import dev.qiao.base.Me;
import dev.qiao.channel.mail.read.Parsed.Enclosed;
import dev.qiao.channel.mail.read.Words;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts the files of a mail on a ticket. */
@Component
class Files {
    private static final int LONGEST_NAME = 120;

    private final Conversation conversation;

    Files(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Those that are too large for a ticket. */
    static List<String> tooLarge(List<Enclosed> files) {
        return files.stream()
                .filter(file -> file.bytes().length > Conversation.LARGEST_FILE)
                .map(Enclosed::name)
                .toList();
    }

    static List<Enclosed> taken(List<Enclosed> files) {
        return files.stream()
                .filter(file -> file.bytes().length <= Conversation.LARGEST_FILE)
                .toList();
    }

    /** As many as go with words. */
    static List<Enclosed> first(List<Enclosed> files) {
        return files.subList(0, Math.min(Conversation.FILES_AT_ONCE, files.size()));
    }

    List<UUID> keep(List<Enclosed> files, Me me, Instant now) {
        return files.stream()
                .map(file -> conversation
                        .keep(name(file.name()), file.type(), new ByteArrayInputStream(file.bytes()), me, now)
                        .id())
                .toList();
    }

    /** The rest, so many at once. */
    void attach(long number, List<Enclosed> files, Audience audience, Me me, Instant now) {
        var left = new ArrayList<>(files);
        while (!left.isEmpty()) {
            var some = List.copyOf(first(left));
            conversation.attach(number, keep(some, me, now), audience, me, now);
            left.subList(0, some.size()).clear();
        }
    }

    private static String name(String name) {
        var clean = Words.line(name, LONGEST_NAME);
        return Words.blank(clean) ? "file" : clean;
    }
}
