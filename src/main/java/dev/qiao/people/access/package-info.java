/** What somebody may see and do, and why. */
@NullMarked
package dev.qiao.people.access;

import org.jspecify.annotations.NullMarked;
