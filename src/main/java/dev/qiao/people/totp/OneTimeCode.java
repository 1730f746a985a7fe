package dev.qiao.people.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes by time as RFC 6238 has them, with what every app takes: SHA-1, steps of 30 seconds. */
final class OneTimeCode {
    static final int DIGITS = 6;
    private static final int STEP_SECONDS = 30;

    private OneTimeCode() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String of(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var sum = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = sum[sum.length - 1] & 0xf;
            long number = ByteBuffer.wrap(sum, offset, Integer.BYTES).getInt() & 0x7fff_ffffL;
            long most = 1;
            for (int i = 0; i < digits; i++) most *= 10;
            return String.format(Locale.ROOT, "%0" + digits + "d", number % most);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
