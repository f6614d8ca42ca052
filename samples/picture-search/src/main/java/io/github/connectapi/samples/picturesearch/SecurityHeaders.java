package io.github.connectapi.samples.picturesearch;

import java.io.IOException;
import java.net.URI;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import io.github.connectapi.autoconfigure.ConnectConnectionDetails;

/**
 * Adds security headers to each response. A browser may load scripts and styles from this
 * application only. Pictures may come from any HTTPS host, because Getty Images may serve
 * them from any.
 */
@Component
class SecurityHeaders extends OncePerRequestFilter {

	private final String contentSecurityPolicy;

	SecurityHeaders(ConnectConnectionDetails details) {
		URI base = URI.create(details.getBaseUrl().toString());
		this.contentSecurityPolicy = "default-src 'self'; img-src 'self' https: " + base.getScheme() + "://"
				+ base.getAuthority()
				+ "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader("Content-Security-Policy", this.contentSecurityPolicy);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "no-referrer");
		chain.doFilter(request, response);
	}

}
