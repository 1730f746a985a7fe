package dev.qiao.channel.mail.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailReadingTest {
    private static final String SIMPLE = "打印机坏了，请尽快处理，谢谢。会议室在三楼。";
    private static final String TRADITIONAL = "印表機壞了，請盡快處理，謝謝。會議室在三樓。";

    @ParameterizedTest
    @CsvSource({
        "GB18030, gb2312, 0",
        "GB18030, utf-8, 0",
        "GB18030, us-ascii, 0",
        "GB18030, iso-8859-1, 0",
        "GB18030, big5, 0",
        "GB18030, nonsense-8, 0",
        "Big5, big5, 1",
        "Big5, gb2312, 1",
        "Big5, utf-8, 1",
        "Big5, iso-8859-1, 1",
        "UTF-8, gb2312, 0",
        "UTF-8, big5, 1",
        "UTF-8, iso-8859-1, 0"
    })
    void chineseIsReadWhateverTheMailSaysOfItself(String written, String said, int which) {
        var words = which == 0 ? SIMPLE : TRADITIONAL;
        var head = "From: a@example.com\r\nSubject: x\r\nContent-Type: text/plain; charset=" + said + "\r\n\r\n";
        assertThat(read(head, words.getBytes(Charset.forName(written))).text()).isEqualTo(words);
    }

    @Test
    void otherLettersAreReadAsTheySayAndRawOnesInAHeaderAreGuessed() {
        var latin = "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n";
        assertThat(read(latin, "Grüße aus Köln".getBytes(StandardCharsets.ISO_8859_1))
                        .text())
                .isEqualTo("Grüße aus Köln");
        var raw = new ByteArrayOutputStream();
        raw.writeBytes("From: a@example.com\r\nSubject: ".getBytes(StandardCharsets.US_ASCII));
        raw.writeBytes("网络故障".getBytes(Charset.forName("GBK")));
        raw.writeBytes("\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
        assertThat(Parsed.of(raw.toByteArray(), null).subject()).isEqualTo("网络故障");
    }

    @Test
    void encodedWordsAreReadHoweverTheyAreBroken() {
        assertThat(subject("=?UTF-8?B?5omT5Y2w?= =?UTF-8?B?5py6?=")).isEqualTo("打印机");
        assertThat(subject("=?utf-8?b?5omT5Y?=\r\n =?utf-8?b?2w5py6?="))
                .as("a character cut in two")
                .isEqualTo("打印机");
        assertThat(subject("=?gb2312?B?" + base64("打印机", "GBK") + "?=坏了")).isEqualTo("打印机坏了");
        assertThat(subject("=?utf-8?q?a_b =E6=89=93?=")).isEqualTo("a b 打");
        assertThat(subject("\"=?utf-8?B?5omT5Y2w5py6?=\"")).isEqualTo("\"打印机\"");
        assertThat(subject("=?utf-8?B?5omT5Y2w5py6")).as("never closed").isEqualTo("打印机");
        assertThat(subject("=?utf-8?B?!!!?= x =?x?y?z?=")).contains("x");
    }

    @Test
    void htmlBecomesWordsAndNothingThatActs() {
        var html =
                "<html><head><title>t</title><style>p{}</style></head><body><script>alert(1)</script><p>Hello <b>there</b></p>"
                        + "<ul><li>one<li>two</ul><p><a href='https://example.com/x'>the page</a> <a href='javascript:x()'>no</a></p>"
                        + "<blockquote>old<br>words</blockquote></body></html>";
        var text = read("Content-Type: text/html; charset=utf-8\r\n\r\n", html.getBytes(StandardCharsets.UTF_8))
                .text();
        assertThat(text)
                .contains("Hello there", "- one", "- two", "the page (https://example.com/x)", "> old", "> words")
                .doesNotContain("alert", "javascript", "p{}");
    }

    @Test
    void anAnswerIsReadWithoutWhatItQuotesAndWithoutItsSignature() {
        assertThat(Quoting.answer("好的，已经恢复。\n\n-- \n王工\n信息部")).isEqualTo("好的，已经恢复。");
        assertThat(Quoting.answer(
                        "It works.\n\nOn Mon, 12 Jan 2026 at 09:00, Desk <d@x> wrote:\n> Try again\n> please"))
                .isEqualTo("It works.");
        assertThat(Quoting.answer("可以了\n\n发自我的 iPhone")).isEqualTo("可以了");
        assertThat(Quoting.answer("可以了\n\n------------------ 原始邮件 ------------------\n发件人: \"服务台\" <d@x>\n旧的"))
                .isEqualTo("可以了");
        assertThat(Quoting.answer("仍然不行\n\n发件人: 服务台 <d@x>\n发送时间: 2026年1月12日\n收件人: 我\n主题: 回复\n\n旧的"))
                .isEqualTo("仍然不行");
        assertThat(Quoting.answer("在 2026年1月12日，服务台 写道：\n> 旧的"))
                .as("nothing new was said")
                .contains("旧的");
        assertThat(Quoting.answer("> Is it the printer?\nYes.\n> Which floor?\nThe third."))
                .contains("Yes.", "Which floor?", "The third.");
    }

    @Test
    void filesKeepTheirNamesAndOfAChoiceOneIsRead() {
        var mail = """
                From: a@example.com
                Content-Type: multipart/mixed; boundary=o

                --o
                Content-Type: multipart/alternative; boundary=i

                --i
                Content-Type: text/plain; charset=utf-8

                plain words
                --i
                Content-Type: text/html; charset=utf-8

                <p>html words</p>
                --i
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                --i--
                --o
                Content-Type: image/png; name="=?utf-8?B?5Zu+LnBuZw==?="
                Content-Transfer-Encoding: base64
                Content-ID: <p1>

                aGVsbG8=
                --o
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename*0*=utf-8''%E5%B7%A5; filename*1*=%E5%8D%95.txt

                x
                --o--
                """;
        var read = Parsed.of(mail.getBytes(StandardCharsets.UTF_8), null);
        assertThat(read.text()).isEqualTo("plain words");
        assertThat(read.files()).extracting(Parsed.Enclosed::name).containsExactly("part-3.ics", "图.png", "工单.txt");
        assertThat(read.files().get(1).bytes()).isEqualTo("hello".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aWinmailIsOpened() {
        var packed = tnef("报告.txt", "hello".getBytes(StandardCharsets.US_ASCII));
        var mail =
                "From: a@example.com\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(packed);
        var files = Parsed.of(mail.getBytes(StandardCharsets.US_ASCII), null).files();
        assertThat(files).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("报告.txt");
            assertThat(file.bytes()).isEqualTo("hello".getBytes(StandardCharsets.US_ASCII));
        });
        for (int cut = 0; cut < packed.length; cut++) Tnef.files(java.util.Arrays.copyOf(packed, cut));
    }

    @Test
    void moreThanAnyMailHasIsRefused() {
        var many = new StringBuilder("Content-Type: multipart/mixed; boundary=b\n\n");
        for (int n = 0; n < 1_000; n++) many.append("--b\n\nx\n");
        assertThatThrownBy(() -> Parsed.of(many.toString().getBytes(StandardCharsets.US_ASCII), null))
                .isInstanceOf(Refused.class)
                .hasMessage("channel.mail_too_many_parts");
        var deep = new StringBuilder();
        for (int n = 0; n < 5_000; n++)
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(n)
                    .append("\n\n--b")
                    .append(n)
                    .append('\n');
        assertThatThrownBy(() -> Parsed.of(deep.toString().getBytes(StandardCharsets.US_ASCII), null))
                .isInstanceOf(Refused.class)
                .hasMessage("channel.mail_too_deep");
        assertThatThrownBy(() -> Parsed.of("X: y\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII), null))
                .isInstanceOf(Refused.class);
    }

    @Test
    void machinesAreKnownByTheirHeaders() {
        assertThat(nature("Auto-Submitted: auto-replied")).isEqualTo(Nature.AUTOMATIC);
        assertThat(nature("Subject: 自动回复: 出差")).isEqualTo(Nature.AUTOMATIC);
        assertThat(nature("Return-Path: <>")).isEqualTo(Nature.AUTOMATIC);
        assertThat(nature("List-Id: <x.example.com>")).isEqualTo(Nature.LIST);
        assertThat(nature("Precedence: bulk")).isEqualTo(Nature.LIST);
        assertThat(nature("Auto-Submitted: no")).isEqualTo(Nature.PERSON);
        assertThat(nature("Content-Type: multipart/report; report-type=disposition-notification; boundary=b"))
                .isEqualTo(Nature.AUTOMATIC);
        assertThat(nature("Content-Type: multipart/report; report-type=delivery-status; boundary=b"))
                .isEqualTo(Nature.BOUNCE);
        assertThat(read("From: MAILER-DAEMON@x\r\nSubject: Undelivered Mail Returned to Sender\r\n\r\n", new byte[0])
                        .nature())
                .isEqualTo(Nature.BOUNCE);
    }

    @Test
    void randomDamageNeverThrowsAnythingButABound() {
        var whole = ("From: a@example.com\nSubject: =?gbk?B?" + base64("打印机", "GBK")
                        + "?=\nContent-Type: multipart/mixed; boundary=\"b\"\n\n"
                        + "--b\nContent-Type: text/html; charset=gbk\nContent-Transfer-Encoding: quoted-printable\n\n<p>=B4=F2<br>x</p>\n"
                        + "--b\nContent-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\neJ8+IgEAAQ==\n--b--\n")
                .getBytes(StandardCharsets.US_ASCII);
        var random = new java.util.Random(1);
        for (int round = 0; round < 3_000; round++) {
            var damaged = whole.clone();
            for (int n = random.nextInt(20); n >= 0; n--)
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            Parsed.of(damaged, null).answer();
        }
    }

    private static Nature nature(String header) {
        return read("From: a@example.com\r\n" + header + "\r\n\r\n", "x".getBytes(StandardCharsets.US_ASCII))
                .nature();
    }

    private static String subject(String raw) {
        return Parsed.of(
                        ("From: a@example.com\r\nSubject: " + raw + "\r\n\r\nx").getBytes(StandardCharsets.UTF_8), null)
                .subject();
    }

    private static Parsed read(String head, byte[] body) {
        var raw = new ByteArrayOutputStream();
        raw.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        raw.writeBytes(body);
        return Parsed.of(raw.toByteArray(), null);
    }

    private static String base64(String text, String charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(Charset.forName(charset)));
    }

    private static byte[] tnef(String name, byte[] bytes) {
        var wide = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
        int padded = wide.length + 3 & ~3;
        var properties = little(4 + 4 + 4 + 4 + padded);
        properties
                .putInt(1)
                .putInt(0x3707 << 16 | 0x1f)
                .putInt(1)
                .putInt(wide.length)
                .put(wide);
        var out = new ByteArrayOutputStream();
        out.writeBytes(little(6).putInt(0x223e9f78).putShort((short) 1).array());
        for (var attribute : List.of(
                new Object[] {0x00069002, new byte[14]},
                new Object[] {0x00018010, "REPORT~1.TXT\0".getBytes(StandardCharsets.US_ASCII)},
                new Object[] {0x0006800f, bytes},
                new Object[] {0x00069005, properties.array()})) {
            var value = (byte[]) attribute[1];
            out.writeBytes(little(9)
                    .put((byte) 2)
                    .putInt((int) attribute[0])
                    .putInt(value.length)
                    .array());
            out.writeBytes(value);
            out.writeBytes(new byte[2]);
        }
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
