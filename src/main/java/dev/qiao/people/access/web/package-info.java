/** The page that explains what somebody may see and do. */
@NullMarked
package dev.qiao.people.access.web;

import org.jspecify.annotations.NullMarked;
