/** Who is on duty when: layers that take turns, what stands in the place of them, and what is missing. */
@NullMarked
@NamedInterface("roster")
package dev.qiao.people.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
