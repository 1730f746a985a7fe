/** Folding: an alert whose service rests on one that is failing lies below the alert there. */
@NullMarked
package dev.qiao.signal.fold;

import org.jspecify.annotations.NullMarked;
