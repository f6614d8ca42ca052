package io.github.connectapi.samples.agency;

import org.jspecify.annotations.Nullable;

/**
 * A person of the demo, with two accounts that have nothing to do with each other.
 *
 * @param name the first name
 * @param password the password of the person at the agency
 * @param gettyUserName the user name at Getty Images
 * @param gettyPassword the password at Getty Images
 * @param enteredPassword the password at Getty Images that the agency knows at first;
 * null if it knows no account
 * @param downloads the downloads that the Getty Images account has at first
 */
record DemoPerson(String name, String password, String gettyUserName, String gettyPassword,
		@Nullable String enteredPassword, int downloads) {

	static DemoPerson of(String name, int downloads) {
		String gettyPassword = "getty-password-of-" + name;
		return new DemoPerson(name, "agency-password-of-" + name, "getty-" + name, gettyPassword, gettyPassword,
				downloads);
	}

	DemoPerson withEnteredPassword(@Nullable String entered) {
		return new DemoPerson(this.name, this.password, this.gettyUserName, this.gettyPassword, entered,
				this.downloads);
	}

	String email() {
		return this.name + "@agency.example";
	}

	boolean hasWrongPassword() {
		return !this.gettyPassword.equals(this.enteredPassword);
	}

}
