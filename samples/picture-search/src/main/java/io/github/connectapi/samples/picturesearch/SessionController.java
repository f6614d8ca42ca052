package io.github.connectapi.samples.picturesearch;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The state of the session as JSON, for the page to ask every second.
 */
@RestController
class SessionController {

	private final SessionState session;

	SessionController(SessionState session) {
		this.session = session;
	}

	@GetMapping("/session")
	ResponseEntity<SessionView> session() {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(this.session.now());
	}

}
