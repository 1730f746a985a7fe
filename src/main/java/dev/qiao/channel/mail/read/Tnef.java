package dev.qiao.channel.mail.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files in a {@code winmail.dat}, the way in which Outlook packs them for its own kind (MS-OXTNEF). */
final class Tnef {
    /** A file that was packed. */
    record Packed(String name, byte[] bytes) {}

    private static final int SIGNATURE = 0x223e9f78;
    private static final int BEGINS = 0x9002;
    private static final int TITLE = 0x8010;
    private static final int DATA = 0x800f;
    private static final int PROPERTIES = 0x9005;
    private static final int LONG_NAME = 0x3707;
    private static final int OBJECT = 0x3701;
    private static final int NAMED = 0x8000;
    private static final int MANY = 0x1000;
    private static final int MOST = 200;
    private static final int MOST_PROPERTIES = 5_000;
    private static final int LATIN_TEXT = 0x1e;
    private static final int TEXT = 0x1f;

    private final List<Packed> files = new ArrayList<>();
    private boolean open;
    private @Nullable String title;
    private @Nullable String longName;
    private byte @Nullable [] data;

    private Tnef() {}

    /** What can be found; empty for what is none, or holds nothing. */
    static List<Packed> files(byte[] bytes) {
        var tnef = new Tnef();
        try {
            tnef.read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            // cut short: what was whole counts
        }
        tnef.close();
        return tnef.files;
    }

    private void read(ByteBuffer in) {
        if (in.getInt() != SIGNATURE) return;
        in.getShort();
        while (in.remaining() > 9 && files.size() < MOST) {
            in.get();
            int id = in.getInt() & 0xffff;
            var value = piece(in, in.getInt());
            in.getShort();
            switch (id) {
                case BEGINS -> {
                    close();
                    open = true;
                }
                case TITLE -> title = text(value);
                case DATA -> data = value;
                case PROPERTIES -> properties(ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN));
                default -> {
                    // of the message itself, which is in the mail anyway
                }
            }
        }
    }

    private void close() {
        if (open && data != null) {
            var name = Objects.requireNonNullElse(longName, Objects.requireNonNullElse(title, ""));
            files.add(new Packed(name.isBlank() ? "winmail-" + (files.size() + 1) + ".bin" : name, data));
        }
        open = false;
        title = null;
        longName = null;
        data = null;
    }

    private void properties(ByteBuffer in) {
        int count = Math.min(in.getInt(), MOST_PROPERTIES);
        for (int n = 0; n < count && in.remaining() >= 4; n++) {
            int type = in.getShort() & 0xffff;
            int id = in.getShort() & 0xffff;
            if (id >= NAMED) name(in);
            property(id, type, in);
        }
    }

    private static void name(ByteBuffer in) {
        in.position(in.position() + 16);
        if (in.getInt() == 0) in.getInt();
        else padded(in);
    }

    private void property(int id, int type, ByteBuffer in) {
        int plain = type & ~MANY;
        boolean long_ = plain == LATIN_TEXT || plain == TEXT || plain == 0x0d || plain == 0x102;
        int values = long_ || (type & MANY) != 0 ? Math.min(in.getInt(), MOST_PROPERTIES) : 1;
        for (int n = 0; n < values; n++) {
            if (!long_) {
                in.position(in.position() + width(plain));
                continue;
            }
            var value = padded(in);
            if (id == LONG_NAME) longName = plain == TEXT ? wide(value) : text(value);
            if (id == OBJECT && data == null) data = value;
        }
    }

    private static int width(int type) {
        return switch (type) {
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            default -> 4;
        };
    }

    private static byte[] padded(ByteBuffer in) {
        int length = in.getInt();
        var value = piece(in, length);
        int over = -length & 3;
        in.position(Math.min(in.limit(), in.position() + over));
        return value;
    }

    private static byte[] piece(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        var value = new byte[length];
        in.get(value);
        return value;
    }

    private static String text(byte[] value) {
        int end = 0;
        while (end < value.length && value[end] != 0) end++;
        return Charsets.decode(Arrays.copyOf(value, end), null);
    }

    private static String wide(byte[] value) {
        return new String(value, StandardCharsets.UTF_16LE).replaceAll("\\u0000.*", "");
    }
}
