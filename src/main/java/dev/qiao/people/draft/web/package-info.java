/** How forms keep and get back what was typed in them. */
@NullMarked
package dev.qiao.people.draft.web;

import org.jspecify.annotations.NullMarked;
