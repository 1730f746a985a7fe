/**
 * The desk listens for syslog.
 *
 * <pre>
 * {@link dev.qiao.signal.syslog.SyslogListener}  opens the addresses of the settings
 * {@link dev.qiao.signal.syslog.Frames}          cuts a stream into messages, in both ways of RFC 6587
 * {@link dev.qiao.signal.syslog.SyslogQueue}     hands them to the inbox in bundles, and counts what it cannot
 * {@link dev.qiao.signal.syslog.SyslogFormat}    reads the bundles
 * {@link dev.qiao.signal.syslog.SyslogMessage}   one message, by RFC 5424 or RFC 3164
 * </pre>
 */
@NullMarked
package dev.qiao.signal.syslog;

import org.jspecify.annotations.NullMarked;
