package dev.qiao.base.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    @Test
    void anAddressCarriesUserAndPassword() {
        assertThat(Login.parse(
                        "QIAO_DATABASE_URL", "postgresql://desk:p%40ss+word@db.internal:5433/qiao?sslmode=require"))
                .isEqualTo(new Login("jdbc:postgresql://db.internal:5433/qiao?sslmode=require", "desk", "p@ss+word"));
    }

    @Test
    void theFormOfJdbcIsKnownToo() {
        var login = Login.parse("QIAO_DATABASE_URL", "jdbc:postgresql://db/qiao?user=desk&password=secret");
        assertThat(login.user()).isEqualTo("desk");
        assertThat(login.password()).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://a:b@c/d", "postgresql://db/qiao", "jdbc:postgresql://db/qiao", "somewhere", "jdbc:x"})
    void whatIsNoneNamesTheSettingAndKeepsTheSecret(String text) {
        assertThatThrownBy(() -> Login.parse("QIAO_DATABASE_URL", text))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("QIAO_DATABASE_URL: expected postgresql://")
                .hasMessageNotContaining(text);
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThat(new Login("url", "desk", "hush").toString()).doesNotContain("hush");
    }
}
