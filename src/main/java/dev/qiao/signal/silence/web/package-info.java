/** Where silences and maintenance are made and ended. */
@NullMarked
package dev.qiao.signal.silence.web;

import org.jspecify.annotations.NullMarked;
