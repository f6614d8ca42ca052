package io.github.connectapi.samples.agency;

import java.security.Principal;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.user.ConnectSessions;

/**
 * Calls Getty Images on behalf of a person. The key of his session is the name of his
 * {@link Principal}, which is his id.
 */
@Component
class GettySessions {

	private final ConnectSessions sessions;

	private final ConnectApi connect;

	private final FileDownloads downloads;

	GettySessions(ConnectSessions sessions, ConnectApi connect, FileDownloads downloads) {
		this.sessions = sessions;
		this.connect = connect;
		this.downloads = downloads;
	}

	ConnectApi connectOf(Principal person) {
		return this.connect.forSession(this.sessions.forUser(person.getName()));
	}

	/** Return the licensing, which calls the licenses before and after each purchase. */
	ImageLicensing licensingOf(Principal person, Licenses licenses) {
		return ImageLicensing.builder(connectOf(person), this.downloads)
			.guard((purchase) -> licenses.beforePurchase(person.getName(), purchase))
			.build();
	}

	/**
	 * Log in with an account that a person has entered. The session of his previous
	 * account ends, and so does his back-off.
	 */
	void accountChanged(Principal person) {
		this.sessions.forget(person.getName());
		this.sessions.reset(person.getName());
		this.sessions.forUser(person.getName()).getSession();
	}

	@EventListener
	void loggedOut(LogoutSuccessEvent event) {
		this.sessions.forget(event.getAuthentication().getName());
	}

}
