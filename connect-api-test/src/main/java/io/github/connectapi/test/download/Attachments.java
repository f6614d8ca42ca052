package io.github.connectapi.test.download;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.Video;
import io.github.connectapi.test.file.AssetFiles;
import io.github.connectapi.test.file.FileRequest;
import io.github.connectapi.test.file.FileSource;
import io.github.connectapi.test.server.FakeResponse;

/**
 * The files of accepted downloads. Their URLs cannot be guessed and need no token.
 * Thread-safe.
 */
final class Attachments implements FileSource {

	private static final String PATH = "/downloads/";

	private final TextCipher cipher = new TextCipher();

	private final AssetFiles files;

	Attachments(AssetFiles files) {
		this.files = files;
	}

	String url(String baseUrl, DownloadToken token) {
		return baseUrl + PATH + this.cipher.encrypt(List.of(token.assetId(), token.sizeKey()));
	}

	@Override
	public Optional<FakeResponse> find(FileRequest request) {
		if (!request.path().startsWith(PATH)) {
			return Optional.empty();
		}
		return this.cipher.decrypt(request.path().substring(PATH.length()), 2)
			.flatMap((values) -> find(values.get(0), values.get(1)));
	}

	private Optional<FakeResponse> find(String assetId, String sizeKey) {
		if (sizeKey.isEmpty()) {
			return Catalog.get().video(assetId).map(this::video);
		}
		return Catalog.get().image(assetId).flatMap((image) -> image.size(sizeKey).map((size) -> image(image, size)));
	}

	private FakeResponse image(Image image, ImageSize size) {
		String extension = size.mimeType().substring(size.mimeType().indexOf('/') + 1).replace("jpeg", "jpg");
		return response(image.id() + "." + extension, image.id() + "-" + size.key(), image.submitted(),
				this.files.image(image, size));
	}

	private FakeResponse video(Video video) {
		return response(video.id() + ".avi", video.id(), video.created(), this.files.video(video));
	}

	private static FakeResponse response(String fileName, String version, OffsetDateTime modified, byte[] file) {
		return FakeResponse.empty(200)
			.body("application/x-download", file)
			.header("Content-Disposition", "attachment; filename=" + fileName)
			.header("Accept-Ranges", "bytes")
			.header("ETag", "\"%s\"".formatted(version))
			.header("Last-Modified",
					DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.withOffsetSameInstant(ZoneOffset.UTC)));
	}

}
