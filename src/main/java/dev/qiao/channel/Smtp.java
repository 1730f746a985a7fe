package dev.qiao.channel;

import dev.qiao.channel.Sending.Failed;
import dev.qiao.channel.Sending.Sent;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Hands letters to the mail server, one by one, so that one that is refused holds up no other. */
final class Smtp {
    private final Relay relay;
    private final Session session;

    Smtp(Relay relay) {
        this.relay = relay;
        this.session = Session.getInstance(relay.properties());
    }

    Relay relay() {
        return relay;
    }

    Sending send(Letter letter) {
        try {
            var message = message(letter);
            try (var transport = session.getTransport()) {
                transport.connect(relay.host(), relay.port(), relay.user(), relay.password());
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Sent();
        } catch (AddressException _) {
            return new Failed("channel.problem_address", null, true);
        } catch (AuthenticationFailedException _) {
            return new Failed("channel.problem_sign_in", null, false);
        } catch (MessagingException e) {
            return failed(e);
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        var message = new Written(session, letter.id());
        message.setFrom(new InternetAddress(relay.from(), true));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.written()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("Content-Language", letter.language());
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    /** A refusal with a code of 500 and more is final; everything else, above all a server that does not answer, may pass. */
    private static Failed failed(MessagingException e) {
        for (Exception cause = e;
                cause != null;
                cause = cause instanceof MessagingException m ? m.getNextException() : null) {
            var answer = switch (cause) {
                case SMTPAddressFailedException refused -> refused.getReturnCode();
                case SMTPSenderFailedException refused -> refused.getReturnCode();
                case SMTPSendFailedException refused -> refused.getReturnCode();
                default -> 0;
            };
            if (answer >= 400) return new Failed("channel.problem_refused", answer, answer >= 500);
        }
        return new Failed("channel.problem_unreachable", null, false);
    }

    /** Keeps the Message-ID that the letter brings: Jakarta Mail would make a new one at each attempt. */
    private static final class Written extends MimeMessage {
        private final String id;

        Written(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
