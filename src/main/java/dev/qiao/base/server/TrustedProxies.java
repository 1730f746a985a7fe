package dev.qiao.base.server;

import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.util.NetMaskSet;
import org.apache.catalina.valves.RemoteIpValve;

/** Believes forwarded headers of the listed proxies only, and speaks plain HTTP with nobody else off this machine. */
final class TrustedProxies extends RemoteIpValve {
    private final NetMaskSet listed = new NetMaskSet();

    TrustedProxies(Settings settings) {
        var proxies = String.join(",", settings.list(Setting.TRUSTED_PROXIES));
        var wrong = listed.addAll(proxies);
        if (!wrong.isEmpty())
            throw new CannotServe(Setting.TRUSTED_PROXIES.variable()
                    + ": expected addresses such as 10.0.0.7 or 10.0.0.0/24, not " + wrong);
        setInternalProxies(proxies.isEmpty() ? "127.0.0.1/32,::1/128" : proxies);
        setProtocolHeader("X-Forwarded-Proto");
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var peer = InetAddress.getByName(request.getPeerAddr());
        if (!request.isSecure() && !peer.isLoopbackAddress() && !listed.contains(peer)) {
            response.setStatus(Response.SC_FORBIDDEN);
            response.setContentType("text/plain");
            response.getWriter()
                    .println("Qiao speaks plain HTTP only with its listed proxies; this is not one of them.");
            return;
        }
        super.invoke(request, response);
    }
}
