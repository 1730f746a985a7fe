/** Reading another system's files: lines, rows, words, and the pasts that they tell. */
@NullMarked
package dev.qiao.admin.intake;

import org.jspecify.annotations.NullMarked;
