package dev.qiao.ticket;

import dev.qiao.base.Coded;

/** What sort of thing is asked: 故障, 请求, 咨询, 投诉, 任务. */
public enum Kind implements Coded {
    INCIDENT,
    REQUEST,
    QUESTION,
    COMPLAINT,
    TASK
}
