/** The page of backups. */
@NullMarked
package dev.qiao.admin.backup.web;

import org.jspecify.annotations.NullMarked;
