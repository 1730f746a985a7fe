/** What a list of tickets is to show and how: conditions, columns, order and grouping as an address; kept under a name, and counted. */
@NullMarked
package dev.qiao.ticket.view;

import org.jspecify.annotations.NullMarked;
