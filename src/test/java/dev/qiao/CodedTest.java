package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Coded;
import dev.qiao.base.Origin;
import org.junit.jupiter.api.Test;

class CodedTest {
    @Test
    void aWordIsReadBackFromItsCode() {
        assertThat(Coded.of(Origin.class, "origin", Origin.IMPORT.code())).isEqualTo(Origin.IMPORT);
    }
}
