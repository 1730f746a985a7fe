/** How the desk deals with what it hears, as an administrator decides. */
@NullMarked
@NamedInterface("practice")
package dev.qiao.feedback.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
