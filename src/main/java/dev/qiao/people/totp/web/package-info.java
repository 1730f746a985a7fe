/** Pages of the second factor. */
@NullMarked
package dev.qiao.people.totp.web;

import org.jspecify.annotations.NullMarked;
