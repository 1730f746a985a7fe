/** What the traps of a source mean, and by what they are known to be its own. */
@NullMarked
package dev.qiao.signal.snmp.web;

import org.jspecify.annotations.NullMarked;
