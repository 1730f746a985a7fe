/** Where machines speak, each at the addresses that it knows. */
@NullMarked
package dev.qiao.signal.entrance;

import org.jspecify.annotations.NullMarked;
