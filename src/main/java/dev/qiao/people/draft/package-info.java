/** What people typed and have not sent yet. */
@NullMarked
@NamedInterface("draft")
package dev.qiao.people.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
