/** 恢复: machines find that what was broken works again, before anybody says that it is solved. */
@NullMarked
@NamedInterface("recovery")
package dev.qiao.ticket.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
