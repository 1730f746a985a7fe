/** Pages and API of calendars. */
@NullMarked
package dev.qiao.calendar.web;

import org.jspecify.annotations.NullMarked;
