package dev.qiao.journal.web;

import dev.qiao.journal.Mark;
import dev.qiao.journal.Opened;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A form of the configuration sends along what the page could see on which it was opened: {@code part/opened.jte}. */
@Component
class OpenedForms extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var mark = Mark.read(request.getParameter("opened"));
        if (mark.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            Opened.on(mark.get(), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new ServletException(failed);
        }
    }
}
