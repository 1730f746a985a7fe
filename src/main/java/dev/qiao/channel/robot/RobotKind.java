package dev.qiao.channel.robot;

import dev.qiao.base.Coded;

/** Whose robot it is, with what the vendor takes. */
public enum RobotKind implements Coded {
    /** 钉钉: 20 messages a minute, then ten minutes of silence; 20,000 bytes. */
    DINGTALK(18, 20_000, true),
    /** 企业微信: 20 messages a minute; 4,096 bytes of Markdown. */
    WECOM(18, 4_096, false),
    /** 飞书: 100 messages a minute and five a second; 20 KB. */
    FEISHU(60, 20_000, true),
    /** One message a second; 3,000 characters in a section. */
    SLACK(50, 16_000, false),
    /** By a workflow that takes webhooks: four requests a second; 28 KB. */
    TEAMS(50, 28_000, false);

    /** So many messages a minute are safe. */
    final int perMinute;

    final int mostBytes;

    /** Whether its messages can be signed. */
    public final boolean signs;

    RobotKind(int perMinute, int mostBytes, boolean signs) {
        this.perMinute = perMinute;
        this.mostBytes = mostBytes;
        this.signs = signs;
    }
}
