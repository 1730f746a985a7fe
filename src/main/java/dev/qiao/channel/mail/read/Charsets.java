package dev.qiao.channel.mail.read;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes to words. What a mail says of its own encoding is believed as long as the words that come of it could have been written. */
final class Charsets {
    static final Charset GB = Charset.forName("GB18030");
    static final Charset BIG5 = Charset.forName("x-windows-950");
    private static final Charset LATIN = Charset.forName("windows-1252");

    /** Names that are wrong, or that say less than what is sent under them. */
    private static final Map<String, Charset> MEANT = Map.ofEntries(
            Map.entry("gb2312", GB),
            Map.entry("gb_2312-80", GB),
            Map.entry("gbk", GB),
            Map.entry("cp936", GB),
            Map.entry("x-gbk", GB),
            Map.entry("chinese", GB),
            Map.entry("big5", BIG5),
            Map.entry("big-5", BIG5),
            Map.entry("x-big5", BIG5),
            Map.entry("cp950", BIG5),
            Map.entry("iso-8859-1", LATIN),
            Map.entry("latin1", LATIN),
            Map.entry("us-ascii", LATIN),
            Map.entry("ascii", LATIN),
            Map.entry("ks_c_5601-1987", Charset.forName("x-windows-949")),
            Map.entry("euc-kr", Charset.forName("x-windows-949")),
            Map.entry("shift_jis", Charset.forName("windows-31j")),
            Map.entry("shift-jis", Charset.forName("windows-31j")),
            Map.entry("utf8", StandardCharsets.UTF_8));

    /** So much of the Chinese in a text that is read rightly is in common use. */
    private static final double USUAL = 0.7;

    private static final int ENOUGH_CONFIDENCE = 30;
    private static final int SAMPLE = 8_192;

    private Charsets() {}

    /** Never fails: what cannot be read is a replacement character. */
    static String decode(byte[] bytes, @Nullable String declared) {
        var named = named(declared);
        if (sevenBits(bytes)) return new String(bytes, ofSevenBits(bytes, named));
        if (utf8(bytes)) return new String(bytes, StandardCharsets.UTF_8);
        if (named != null && !named.equals(StandardCharsets.UTF_8) && !named.equals(LATIN) && plausible(bytes, named))
            return new String(bytes, named);
        var chinese = chinese(bytes, named);
        if (chinese != null) return chinese;
        if (named != null && strictly(bytes, named) != null) return new String(bytes, named);
        return new String(bytes, detected(bytes, named));
    }

    /** Null when nobody knows it. */
    static @Nullable Charset named(@Nullable String declared) {
        if (declared == null) return null;
        var name = declared.strip().toLowerCase(Locale.ROOT).replaceAll("[\"']", "");
        var meant = MEANT.get(name);
        if (meant != null) return meant;
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean sevenBits(byte[] bytes) {
        for (byte b : bytes) if (b < 0) return false;
        return true;
    }

    /** ISO-2022 and its like write everything with seven bits; UTF-16 also does, by chance. */
    private static Charset ofSevenBits(byte[] bytes, @Nullable Charset named) {
        if (named != null
                && (named.name().startsWith("ISO-2022") || named.name().startsWith("UTF-16"))) return named;
        for (int n = 0; n + 1 < bytes.length; n++)
            if (bytes[n] == 0x1b && bytes[n + 1] == '$')
                return Charset.forName(n + 2 < bytes.length && bytes[n + 2] == ')' ? "ISO-2022-KR" : "ISO-2022-JP");
        return StandardCharsets.US_ASCII;
    }

    /** Nothing else looks like it by chance, but for a very short text. */
    private static boolean utf8(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8) != null;
    }

    private static boolean plausible(byte[] bytes, Charset named) {
        var text = strictly(bytes, named);
        if (text == null) return false;
        return !(named.equals(GB) || named.equals(BIG5)) || usual(text, named) >= USUAL;
    }

    /** Of both Chinese encodings that which gives the more usual text; null: neither does. */
    private static @Nullable String chinese(byte[] bytes, @Nullable Charset named) {
        if (LATIN.equals(named) && highBytes(bytes) < 4) return null;
        double gb = usual(strictly(bytes, GB), GB);
        double big5 = usual(strictly(bytes, BIG5), BIG5);
        if (Math.max(gb, big5) < USUAL) return null;
        return new String(bytes, gb >= big5 ? GB : BIG5);
    }

    private static int highBytes(byte[] bytes) {
        int high = 0;
        for (byte b : bytes) if (b < 0) high++;
        return high;
    }

    /** How much of what is not ASCII in a text is in common use among those who write in this encoding; 0 without a text. */
    private static double usual(@Nullable String text, Charset charset) {
        if (text == null) return 0;
        int all = 0;
        int usual = 0;
        for (int n = 0; n < Math.min(text.length(), SAMPLE); n++) {
            char c = text.charAt(n);
            if (c < 128) continue;
            all++;
            var bytes = String.valueOf(c).getBytes(charset);
            if (bytes.length == 2 && common(bytes[0] & 0xff, bytes[1] & 0xff, charset)) usual++;
        }
        return all == 0 ? 0 : (double) usual / all;
    }

    /** Punctuation, full-width letters, and the first of the two levels of each standard. */
    private static boolean common(int lead, int trail, Charset charset) {
        if (charset.equals(GB))
            return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead == 0xa1 || lead == 0xa3);
        return (lead >= 0xa4 && lead <= 0xc6) || lead == 0xa1 || lead == 0xa2;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static Charset detected(byte[] bytes, @Nullable Charset named) {
        var detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE ? java.util.Arrays.copyOf(bytes, SAMPLE) : bytes);
        var best = detector.detect();
        if (best != null && best.getConfidence() >= ENOUGH_CONFIDENCE) {
            var found = named(best.getName());
            if (found != null && (named == null || best.getConfidence() > 2 * ENOUGH_CONFIDENCE)) return found;
        }
        return named == null ? LATIN : named;
    }
}
