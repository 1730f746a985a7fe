/** What people typed and have not sent yet. */
@NullMarked
package dev.qiao.people.draft;

import org.jspecify.annotations.NullMarked;
