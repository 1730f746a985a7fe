/** Where people see what was changed or deployed. */
@NullMarked
package dev.qiao.signal.deploy.web;

import org.jspecify.annotations.NullMarked;
