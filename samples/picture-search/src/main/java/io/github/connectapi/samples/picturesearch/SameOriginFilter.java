package io.github.connectapi.samples.picturesearch;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms that a page of another site sends, so that no other site can make a
 * visitor buy. Each browser says by {@code Sec-Fetch-Site} where a form comes from, which
 * a page cannot change, so no token is necessary. Over plain http, except to localhost, a
 * browser sends {@code Origin} only, which proves nothing here because of the header
 * {@code Referrer-Policy}: such forms are refused, too. A request that has neither header
 * is not from a browser. With Spring Security, use its protection instead.
 */
@Component
class SameOriginFilter extends OncePerRequestFilter {

	private static final Set<String> SAFE = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(),
			HttpMethod.OPTIONS.name());

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (SAFE.contains(request.getMethod()) || isSameOrigin(request)) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

	private static boolean isSameOrigin(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return (site != null) ? site.equals("same-origin") : request.getHeader(HttpHeaders.ORIGIN) == null;
	}

}
