package dev.qiao.channel.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A mail as somebody writes it, for tests. */
public final class Writing {
    private static final AtomicLong NEXT = new AtomicLong(1);

    private final List<String> headers = new ArrayList<>();
    private String body = "";
    private Charset charset = StandardCharsets.UTF_8;
    private final String id = "m" + NEXT.getAndIncrement() + "@mail.example.com";

    private Writing() {}

    public static Writing from(String address, String to, String subject) {
        var mail = new Writing();
        return mail.with("From", address)
                .with("To", to)
                .with("Subject", subject)
                .with("Date", "Mon, 12 Jan 2026 09:00:00 +0800");
    }

    public Writing with(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    public Writing answering(String... ids) {
        return with("In-Reply-To", "<" + ids[ids.length - 1] + ">")
                .with("References", "<" + String.join("> <", ids) + ">");
    }

    public Writing text(String text) {
        body = text;
        return this;
    }

    public Writing in(Charset other) {
        charset = other;
        return this;
    }

    public String id() {
        return id;
    }

    public byte[] bytes() {
        var head = String.join("\r\n", headers) + "\r\nMessage-ID: <" + id + ">\r\n";
        if (headers.stream().noneMatch(line -> line.startsWith("Content-Type")))
            head += "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n";
        return (head + "\r\n" + body.replace("\n", "\r\n") + "\r\n").getBytes(charset);
    }
}
