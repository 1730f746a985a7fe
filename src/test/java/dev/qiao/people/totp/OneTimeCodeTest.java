package dev.qiao.people.totp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes, letters and pictures are those that every authenticator knows. */
class OneTimeCodeTest {
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfRfc6238(long seconds, String code) {
        var secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(OneTimeCode.of(secret, OneTimeCode.step(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    @Test
    void lettersAreThoseOfRfc4648() {
        assertThat(Base32.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.of("fo".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXQ");
    }

    @Test
    void aPictureReadsAsWhatItWasMadeOf() throws Exception {
        var text = "otpauth://totp/%E6%A1%A5:zheng?secret=" + "A2".repeat(30);
        assertThat(read(Picture.of(text))).isEqualTo(text);
    }

    /** Draws the path and reads it as a camera would. */
    static String read(Picture picture) throws Exception {
        int scale = 4;
        int side = picture.size() * scale;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        var square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(picture.path());
        while (square.find()) {
            for (int i = 0; i < scale * scale; i++) {
                int x = Integer.parseInt(square.group(1)) * scale + i % scale;
                int y = Integer.parseInt(square.group(2)) * scale + i / scale;
                pixels[y * side + x] = 0;
            }
        }
        var source = new RGBLuminanceSource(side, side, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
