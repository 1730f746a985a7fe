/** Where an administrator decides how the desk deals with what it hears. */
@NullMarked
package dev.qiao.feedback.practice.web;

import org.jspecify.annotations.NullMarked;
