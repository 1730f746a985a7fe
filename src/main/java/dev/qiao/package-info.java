/** The program: its command line, and the house that the rooms are in. */
@NullMarked
package dev.qiao;

import org.jspecify.annotations.NullMarked;
