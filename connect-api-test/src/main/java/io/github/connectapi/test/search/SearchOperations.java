package io.github.connectapi.test.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.operation.Operation;

/**
 * The operations that find images, videos and events of the catalog.
 */
@Internal
public final class SearchOperations {

	private final List<Operation> operations = new ArrayList<>();

	/**
	 * Create the operations.
	 * @param withdrawn returns whether the image or video with an id was withdrawn
	 * @param offerings returns the offerings of an account, given its user name, which is
	 * empty for an application
	 * @param videoTokens issues the download tokens of videos
	 * @param emptyPagesAsErrors whether a page without items is an error; if not, it is
	 * an empty result with a warning
	 */
	public SearchOperations(Predicate<String> withdrawn, Function<String, Set<Offering>> offerings,
			VideoDownloadTokens videoTokens, boolean emptyPagesAsErrors) {
		Paging.EmptyPages emptyPages = (emptyPagesAsErrors ? Paging.EmptyPages.ERROR : Paging.EmptyPages.WARNING);
		AvailableAssets assets = new AvailableAssets(withdrawn);
		this.operations.addAll(new SearchForImages(assets, offerings, emptyPages).all());
		this.operations.addAll(new SearchForVideos(assets, offerings, videoTokens, emptyPages).all());
		this.operations.addAll(new GetImageDetails(assets, offerings).all());
		this.operations.addAll(new GetEventDetails().all());
	}

	public List<Operation> all() {
		return List.copyOf(this.operations);
	}

}
