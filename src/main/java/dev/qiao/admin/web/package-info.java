/** Pages for administrators and auditors. */
@NullMarked
package dev.qiao.admin.web;

import org.jspecify.annotations.NullMarked;
