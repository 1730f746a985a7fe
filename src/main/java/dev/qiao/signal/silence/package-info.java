/** When nobody is called although something is wrong: silences, and maintenance of services that is planned ahead. */
@NullMarked
@NamedInterface("silence")
package dev.qiao.signal.silence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
