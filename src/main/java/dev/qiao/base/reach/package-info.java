/**
 * How the desk is reached, and how far it reaches out by itself: calls of its own go only to addresses that are no way into the machine it
 * runs on.
 */
@NullMarked
@NamedInterface("reach")
package dev.qiao.base.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
