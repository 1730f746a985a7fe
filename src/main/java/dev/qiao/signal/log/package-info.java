/**
 * Lines of logs, as they come in: each belongs to a pattern, is counted and for a while kept, and a pattern that is new or explodes warns.
 *
 * <pre>
 * {@link dev.qiao.signal.log.OtlpLogs}      reads lines that came by OTLP, {@link dev.qiao.signal.log.PlainLogs} those that came as text
 * {@link dev.qiao.signal.log.LogBook}       gives them to the miner of their source, and keeps what it learned
 * {@link dev.qiao.signal.log.Patterns}      the door for people
 * {@link dev.qiao.signal.log.PatternWatch}  warns
 * </pre>
 */
@NullMarked
package dev.qiao.signal.log;

import org.jspecify.annotations.NullMarked;
