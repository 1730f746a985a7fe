package dev.qiao.signal.watch;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A figure as it is read: four digits that count, no more. */
public final class Amount {
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_UP);

    private Amount() {}

    public static String of(double value) {
        if (!Double.isFinite(value)) return "–";
        var rounded = new BigDecimal(value);
        // Before the point all digits are said.
        if (rounded.precision() - rounded.scale() >= DIGITS.getPrecision())
            return rounded.setScale(0, RoundingMode.HALF_UP).toPlainString();
        var short4 = rounded.round(DIGITS).stripTrailingZeros();
        return short4.scale() < 0 ? short4.setScale(0).toPlainString() : short4.toPlainString();
    }
}
