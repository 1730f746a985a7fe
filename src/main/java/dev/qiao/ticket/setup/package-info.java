/** What the rooms below ask of the desk when its configuration changes: ways back, and subjects to try terms on. */
@NullMarked
package dev.qiao.ticket.setup;

import org.jspecify.annotations.NullMarked;
