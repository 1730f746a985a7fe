/** Deployments: what was changed or deployed, as machines tell. */
@NullMarked
@NamedInterface("deploy")
package dev.qiao.signal.deploy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
