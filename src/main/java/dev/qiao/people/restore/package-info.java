/** How changes of roles, teams and organizations are taken back. */
@NullMarked
package dev.qiao.people.restore;

import org.jspecify.annotations.NullMarked;
