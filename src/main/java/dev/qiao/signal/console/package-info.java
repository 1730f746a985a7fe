/** What is done to sources from the command line. */
@NullMarked
@NamedInterface("console")
package dev.qiao.signal.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
