/** Pages of skills. */
@NullMarked
package dev.qiao.people.skill.web;

import org.jspecify.annotations.NullMarked;
