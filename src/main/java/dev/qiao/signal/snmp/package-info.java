/**
 * The desk listens for SNMP traps and informs.
 *
 * <pre>
 * {@link dev.qiao.signal.snmp.TrapListener}  opens the address of the settings
 * {@link dev.qiao.signal.snmp.TrapSocket}    decodes what comes, and knows whose it is by community or user
 * {@link dev.qiao.signal.snmp.TrapQueue}     hands it to the inbox in bundles, answers informs once they are kept, counts what it cannot
 * {@link dev.qiao.signal.snmp.SnmpFormat}    reads the bundles
 * {@link dev.qiao.signal.snmp.TrapMeaning}   what a trap says, by the rules of its source and those for what every device sends
 * </pre>
 */
@NullMarked
package dev.qiao.signal.snmp;

import org.jspecify.annotations.NullMarked;
