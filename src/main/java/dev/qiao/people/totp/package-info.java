/** The second factor: codes that a telephone shows (RFC 6238), and codes on paper for the day it is lost. */
@NullMarked
package dev.qiao.people.totp;

import org.jspecify.annotations.NullMarked;
