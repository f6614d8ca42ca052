package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.FileDownloadsBuilder;

/**
 * Properties {@code getty.connect.download.*}.
 */
final class DownloadProperties {

	/**
	 * Maximum size of a file.
	 */
	private DataSize maxFileSize = DataSize.ofGigabytes(1);

	/**
	 * Maximum time without a byte during a download, which includes connecting. If a unit
	 * is not specified, milliseconds are used.
	 */
	private Duration progressTimeout = Duration.ofSeconds(30);

	public DataSize getMaxFileSize() {
		return this.maxFileSize;
	}

	public void setMaxFileSize(DataSize maxFileSize) {
		this.maxFileSize = maxFileSize;
	}

	public Duration getProgressTimeout() {
		return this.progressTimeout;
	}

	public void setProgressTimeout(Duration progressTimeout) {
		this.progressTimeout = progressTimeout;
	}

	void validate(SettingsMapper mapper) {
		// Closed, but without connections and threads.
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT)).build()) {
			applyTo(FileDownloads.builder(client), mapper);
		}
	}

	void applyTo(FileDownloadsBuilder builder, SettingsMapper mapper) {
		mapper.map(PropertyValue.of("getty.connect.download.max-file-size", this.maxFileSize, "1GB"), builder,
				(downloads) -> downloads.maxFileSize(this.maxFileSize.toBytes()));
		mapper.map(
				PropertyValue.of("getty.connect.download.progress-timeout", this.progressTimeout,
						new DownloadProperties().progressTimeout),
				builder, (downloads) -> downloads.progressTimeout(this.progressTimeout));
	}

}
