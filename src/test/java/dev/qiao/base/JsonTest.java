package dev.qiao.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    enum Colour implements Coded {
        DARK_BLUE,
        RED
    }

    record Painted(Colour colour, @Nullable Colour edge) {}

    @Test
    void wordsAreStoredAsTheirCodes() {
        assertThat(Json.of(new Painted(Colour.DARK_BLUE, null)).text()).isEqualTo("{\"colour\":\"dark_blue\"}");
    }

    @Test
    void whatWasStoredAsANameIsReadAsWell() {
        var painted = new Painted(Colour.DARK_BLUE, Colour.RED);
        assertThat(new Json("{\"colour\":\"DARK_BLUE\",\"edge\":\"red\"}").as(Painted.class))
                .isEqualTo(painted);
    }

    @Test
    void anUnknownWordIsNotPassedOver() {
        assertThatThrownBy(() -> new Json("{\"colour\":\"green\"}").as(Painted.class))
                .hasRootCauseMessage("no such Colour is known: green");
    }
}
