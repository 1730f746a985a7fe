package dev.qiao.signal.web;

import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The media type that Zabbix imports. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class MediaTypeController {
    @GetMapping("/sources/zabbix.yaml")
    ResponseEntity<Resource> show() {
        return ResponseEntity.ok()
                .header("Content-Type", "application/yaml")
                .header("Content-Disposition", "attachment; filename=\"qiao.yaml\"")
                .body(new ClassPathResource("web/zabbix/qiao.yaml"));
    }
}
