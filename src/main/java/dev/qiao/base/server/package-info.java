/** The database server: our own PostgreSQL in the data folder, or somebody else's; and the health of the desk. */
@NullMarked
@NamedInterface("server")
package dev.qiao.base.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
