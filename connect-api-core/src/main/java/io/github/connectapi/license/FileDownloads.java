package io.github.connectapi.license;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

import org.springframework.core.io.Resource;

import io.github.connectapi.client.ConnectClient;

/**
 * Downloads the files of licenses. A download costs nothing, so it may be repeated as
 * long as the address of the license is valid.
 * <p>
 * A file is streamed with a small buffer, on connections that no call uses, and without
 * tokens and cookies. TLS settings and proxies are those of the client. At most three
 * redirects are followed, from https to https only. The server must send what it
 * announced, and no web page. After a break the download continues where it ended, if the
 * server confirms that the file is unchanged. It waits up to 8 seconds before that, and
 * gives up after five breaks without at least 1 MiB between them, or if the server
 * requests a longer delay.
 * <p>
 * Thread-safe: each download runs on the thread of its caller. An interrupt ends it. All
 * methods throw a {@link ConnectDownloadException} if the file is not complete. Tests may
 * implement this interface; methods may be added in minor releases.
 */
public interface FileDownloads extends AutoCloseable {

	/**
	 * Create a builder.
	 * @param client the client whose TLS settings and proxies are used; its connections
	 * are not
	 * @return the builder
	 */
	static FileDownloadsBuilder builder(ConnectClient client) {
		return new FileDownloadsBuilder(client);
	}

	/**
	 * Download a file, or resume an earlier download. As
	 * {@link #download(License, Path, DownloadOptions)} with the default options.
	 * @param license the license
	 * @param target the file, which must not exist, in a directory that exists
	 * @return the file
	 */
	default Path download(License license, Path target) {
		return download(license, target, DownloadOptions.defaults());
	}

	/**
	 * Download a file, or resume an earlier download. The target is complete or does not
	 * exist: the bytes are written to {@code <name>.part} beside it, which is moved at
	 * the end. {@code <name>.part.info} contains what is needed to resume, by a later
	 * process too, but no secret. Both remain after a failure that a repetition can
	 * resume, and a repetition with the same license and target removes them. The bytes
	 * are forced to the disk before the move, so a target is complete even if the machine
	 * fails. After that, delete a {@code <name>.part}, because its last bytes may be
	 * damaged. Links in the place of the two files are refused.
	 * @param license the license
	 * @param target the file, in a directory that exists
	 * @param options the options
	 * @return the file
	 */
	Path download(License license, Path target, DownloadOptions options);

	/**
	 * Download a file to a stream, which is neither flushed nor closed. After a failure
	 * it may have received a part of the file.
	 * @param license the license
	 * @param target the stream
	 * @return the number of bytes
	 */
	default long download(License license, OutputStream target) {
		return download(license, target, DownloadOptions.defaults());
	}

	/**
	 * Download a file to a stream, which is neither flushed nor closed. After a failure
	 * it may have received a part of the file.
	 * @param license the license
	 * @param target the stream
	 * @param options the options, of which the listener is used
	 * @return the number of bytes
	 */
	long download(License license, OutputStream target, DownloadOptions options);

	/**
	 * Return a file as a resource. Each stream of it is a download, which must be read to
	 * its end or closed. Its methods throw an {@link java.io.IOException} whose cause is
	 * a {@link ConnectDownloadException}. The length is that of the license, or -1. The
	 * name is the id of the asset with the extension of the address. Nothing is sent
	 * before a stream is opened.
	 * @param license the license
	 * @return the resource
	 */
	Resource resource(License license);

	/**
	 * Check that a file could be downloaded, for example before it is bought. Nothing
	 * remains of the check, and nothing is sent.
	 * @param target the file
	 * @param fileSize the size of the file in bytes, if it is known
	 * @param options the options
	 * @throws ConnectDownloadException if the file exists or cannot be written, if it is
	 * too large for the disk or for the maximum size, or if the downloads are closed
	 */
	void check(Path target, OptionalLong fileSize, DownloadOptions options);

	/**
	 * Abort the downloads in progress and stop the threads. Later ones fail.
	 */
	@Override
	void close();

}
