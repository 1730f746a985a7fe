/** The pages of those who ask: report, follow, answer, confirm. Phone first. */
@NullMarked
package dev.qiao.ticket.web.help;

import org.jspecify.annotations.NullMarked;
