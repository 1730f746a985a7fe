@NullMarked
package dev.qiao.people;

import org.jspecify.annotations.NullMarked;
