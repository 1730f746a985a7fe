/** The door of the house: who is there and who may enter, sign-in, and the page of one's own account. */
@NullMarked
package dev.qiao.people.door;

import org.jspecify.annotations.NullMarked;
