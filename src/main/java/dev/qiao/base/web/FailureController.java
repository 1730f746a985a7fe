package dev.qiao.base.web;

import dev.qiao.base.Refused;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the server sends what failed before any handler was reached. */
@Open
@Controller
class FailureController implements ErrorController {
    @RequestMapping("/error")
    String show(HttpServletRequest request) throws Exception {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) throw failure;
        throw switch (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)) {
            case Integer status when status == 403 -> Refused.forbidden("base.no_page");
            case Integer status when status == 413 -> Refused.tooLarge("file", "base.upload_too_large");
            case Integer status when status == 400 -> Refused.malformed(null, "base.garbled");
            case null, default -> Refused.notFound("base.no_page");
        };
    }
}
