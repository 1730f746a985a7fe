/** What people add to the command line. */
@NullMarked
@NamedInterface("console")
package dev.qiao.people.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
