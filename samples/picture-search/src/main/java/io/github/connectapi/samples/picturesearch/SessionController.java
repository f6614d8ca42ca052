package io.github.connectapi.samples.picturesearch;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Returns the state of the session as JSON. The script of the page requests it every
 * second.
 */
@RestController
class SessionController {

	private final SessionViewFactory sessions;

	SessionController(SessionViewFactory sessions) {
		this.sessions = sessions;
	}

	@GetMapping("/session")
	ResponseEntity<SessionView> session() {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(this.sessions.create());
	}

}
