/** All that the desk keeps, in one file; and back out of it. */
@NullMarked
package dev.qiao.admin.backup;

import org.jspecify.annotations.NullMarked;
