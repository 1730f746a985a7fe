/** Deployments: what was changed or deployed, as machines tell. */
@NullMarked
package dev.qiao.signal.deploy;

import org.jspecify.annotations.NullMarked;
