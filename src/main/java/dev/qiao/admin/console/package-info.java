/** What admin adds to the command line. */
@NullMarked
@NamedInterface("console")
package dev.qiao.admin.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
