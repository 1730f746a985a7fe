package dev.qiao.journal.web;

import dev.qiao.journal.Happened;

/** What a page hears of an act: never more than where to look. */
record LiveEvent(String kind, long id, long entry) {
    static LiveEvent of(Happened happened) {
        return new LiveEvent(happened.kind(), happened.subject(), happened.id());
    }
}
