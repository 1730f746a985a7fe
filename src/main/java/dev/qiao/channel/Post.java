package dev.qiao.channel;

import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way out for mail, when {@code QIAO_SMTP_URL} names one. */
@Component
class Post {
    private final @Nullable Smtp smtp;

    Post(Settings settings) {
        this.smtp = Relay.of(
                        settings.text(Setting.SMTP_URL),
                        settings.given(Setting.MAIL_FROM).orElse(null))
                .map(Smtp::new)
                .orElse(null);
    }

    boolean open() {
        return smtp != null;
    }

    Optional<Smtp> smtp() {
        return Optional.ofNullable(smtp);
    }
}
