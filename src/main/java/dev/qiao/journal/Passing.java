package dev.qiao.journal;

import java.util.List;

/**
 * What passes without being recorded, such as who reads what: open pages hear of it as they hear of acts, within {@link Visible}, and
 * nobody else ever does.
 */
public interface Passing {
    /** What has changed since the last call, as entries with the number 0. Asked five times a second and after each wake. */
    List<Happened> news();
}
