package io.github.connectapi.download;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Runtime hints for native images: requests and results are accessed by reflection.
 */
final class DownloadRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), CreateDownloadRequest.class,
				CreateDownloadRequestResult.class, GetImageDownloadAuthorizations.class,
				GetImageDownloadAuthorizationsResult.class, GetLargestImageDownloadAuthorizations.class,
				GetLargestImageDownloadAuthorizationsResult.class, GetPreviousDownloads.class,
				GetPreviousDownloadsResult.class);
	}

}
