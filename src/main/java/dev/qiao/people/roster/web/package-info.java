/** Pages of rosters: the calendar, layers, who stands in, who is away. */
@NullMarked
package dev.qiao.people.roster.web;

import org.jspecify.annotations.NullMarked;
