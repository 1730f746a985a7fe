/**
 * Lines of logs become patterns as they arrive.
 *
 * <pre>
 * {@link dev.qiao.signal.pattern.Header}    cuts time, level, host and process from a raw line, whatever wrote it
 * {@link dev.qiao.signal.pattern.Words}     reads what is left: words, and {@code <*>} for what looks like a value
 * {@link dev.qiao.signal.pattern.Template}  what the lines of one pattern have in common
 * {@link dev.qiao.signal.pattern.Tree}      finds the template of a line
 * {@link dev.qiao.signal.pattern.Slots}     finds templates that differ in one word only: enough of them, and that word is a value
 * {@link dev.qiao.signal.pattern.Miner}     the door: one for each source of lines
 * </pre>
 */
@NullMarked
package dev.qiao.signal.pattern;

import org.jspecify.annotations.NullMarked;
