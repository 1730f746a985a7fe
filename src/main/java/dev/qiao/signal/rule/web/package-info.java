/** Where the rules of alerts are written and tried. */
@NullMarked
package dev.qiao.signal.rule.web;

import org.jspecify.annotations.NullMarked;
