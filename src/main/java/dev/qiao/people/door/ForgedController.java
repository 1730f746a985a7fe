package dev.qiao.people.door;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a request without its forgery token ends: usually a page that stood open while its reader signed in anew. */
@Open
@Controller
class ForgedController {
    @RequestMapping("/forged")
    String show() {
        throw Refused.forbidden("people.forged");
    }
}
