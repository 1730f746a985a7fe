/** The desk as an app on a device: its manifest, its icons, and an honest page for when the network is gone. */
@NullMarked
package dev.qiao.base.web.app;

import org.jspecify.annotations.NullMarked;
