/** What people can do, how well, and how much at once. */
@NullMarked
@NamedInterface("skill")
package dev.qiao.people.skill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
