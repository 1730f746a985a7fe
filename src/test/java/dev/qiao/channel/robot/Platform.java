package dev.qiao.channel.robot;

import dev.qiao.channel.hook.Receiver.Got;
import dev.qiao.channel.hook.Receiver.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vendors' machines as their documentation describes them: they check signatures, sizes, shapes and how often somebody speaks. */
final class Platform {
    static final String SECRET = "SECabc123";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final InstantSource clock;
    private final Deque<Instant> lately = new ArrayDeque<>();

    Platform(InstantSource clock) {
        this.clock = clock;
    }

    Function<Got, Reply> of(RobotKind kind) {
        return switch (kind) {
            case DINGTALK -> this::dingTalk;
            case WECOM -> this::weCom;
            case FEISHU -> this::feishu;
            case SLACK -> this::slack;
            case TEAMS -> this::teams;
        };
    }

    private Reply dingTalk(Got got) {
        var query = query(got.path());
        long stamp = Long.parseLong(query.getOrDefault("timestamp", "0"));
        boolean signed = fresh(Instant.ofEpochMilli(stamp))
                && hmac(SECRET, stamp + "\n" + SECRET).equals(query.get("sign"));
        if (!signed) return code("errcode", 310000);
        if (tooFast(20)) return code("errcode", 130101);
        if (bytes(got) > 20_000) return code("errcode", 400101);
        var body = MAPPER.readTree(got.body());
        var type = body.path("msgtype").asString();
        boolean shaped = switch (type) {
            case "actionCard" ->
                said(body.path("actionCard").path("text"))
                        && said(body.path("actionCard").path("btns").path(0).path("actionURL"));
            case "markdown" ->
                said(body.path("markdown").path("title"))
                        && said(body.path("markdown").path("text"));
            default -> false;
        };
        return code("errcode", shaped ? 0 : 400101);
    }

    private Reply weCom(Got got) {
        if (!"k".equals(query(got.path()).get("key"))) return code("errcode", 93000);
        if (tooFast(20)) return code("errcode", 45009);
        var content = MAPPER.readTree(got.body()).path("markdown").path("content");
        boolean shaped = said(content)
                && content.asString().getBytes(StandardCharsets.UTF_8).length <= 4_096
                && "markdown".equals(MAPPER.readTree(got.body()).path("msgtype").asString());
        return code("errcode", shaped ? 0 : 40058);
    }

    private Reply feishu(Got got) {
        var body = MAPPER.readTree(got.body());
        var stamp = body.path("timestamp").asString("0");
        boolean signed = fresh(Instant.ofEpochSecond(Long.parseLong(stamp)))
                && hmac(stamp + "\n" + SECRET, "").equals(body.path("sign").asString(""));
        if (!signed) return code("code", 19021);
        if (tooFast(100)) return code("code", 11232);
        boolean shaped = bytes(got) <= 20_480
                && "interactive".equals(body.path("msg_type").asString())
                && said(body.path("card").path("elements").path(0).path("content"));
        return code("code", shaped ? 0 : 9499);
    }

    private Reply slack(Got got) {
        if (tooFast(60)) return new Reply(429, "rate_limited");
        var blocks = MAPPER.readTree(got.body()).path("blocks");
        boolean shaped = !blocks.isEmpty() && blocks.size() <= 50;
        for (var block : blocks)
            shaped &= block.path("text").path("text").asString("").length() <= 3_000;
        return shaped ? new Reply(200, "ok") : new Reply(400, "invalid_blocks");
    }

    private Reply teams(Got got) {
        if (tooFast(240)) return new Reply(429, "");
        var card = MAPPER.readTree(got.body()).path("attachments").path(0);
        boolean shaped = bytes(got) <= 28_672
                && "application/vnd.microsoft.card.adaptive"
                        .equals(card.path("contentType").asString())
                && said(card.path("content").path("body").path(0).path("text"));
        return new Reply(shaped ? 202 : 400, "");
    }

    private boolean tooFast(int aMinute) {
        var now = clock.instant();
        while (!lately.isEmpty() && lately.peekFirst().isBefore(now.minus(Duration.ofMinutes(1)))) lately.removeFirst();
        if (lately.size() >= aMinute) return true;
        lately.addLast(now);
        return false;
    }

    private boolean fresh(Instant stamp) {
        return Duration.between(stamp, clock.instant()).abs().compareTo(Duration.ofHours(1)) < 0;
    }

    private static boolean said(JsonNode node) {
        return node.isString() && !node.asString().isBlank();
    }

    private static int bytes(Got got) {
        return got.body().getBytes(StandardCharsets.UTF_8).length;
    }

    private static Reply code(String field, int code) {
        return new Reply(200, "{\"%s\": %d, \"msg\": \"as documented\"}".formatted(field, code));
    }

    private static Map<String, String> query(String path) {
        if (!path.contains("?")) return Map.of();
        return Arrays.stream(path.substring(path.indexOf('?') + 1).split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    private static String hmac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
