package dev.qiao.people.door;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Filters ask whether an address as it came belongs to the API, handlers whether it does once it is decoded. Where the two disagree,
 * nobody could say which walls hold, so such an address leads nowhere. Whatever stands behind the beginning may be encoded.
 */
final class OneReading extends StrictHttpFirewall {
    private static final String API = "/api/";

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        var asked = super.getFirewalledRequest(request);
        boolean raw = asked.getRequestURI().startsWith(API);
        var info = asked.getPathInfo();
        boolean decoded = (asked.getServletPath() + (info == null ? "" : info)).startsWith(API);
        if (raw != decoded) throw new RequestRejectedException("an address that can be read in two ways");
        return asked;
    }
}
