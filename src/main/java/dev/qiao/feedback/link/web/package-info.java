/** What a link in a mail opens. */
@NullMarked
package dev.qiao.feedback.link.web;

import org.jspecify.annotations.NullMarked;
