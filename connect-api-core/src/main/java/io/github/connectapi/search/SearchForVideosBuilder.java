package io.github.connectapi.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Mutable copy of a {@link SearchForVideos}, so that each option is changed in one place.
 */
final class SearchForVideosBuilder {

	private static final SearchForVideos.Filter NO_FILTER = new SearchForVideos.Filter(null, null, null, null, null,
			null);

	@Nullable List<String> assetIds;

	@Nullable List<String> keywordIds;

	@Nullable String searchPhrase;

	@Nullable List<String> entityUris;

	@Nullable List<String> assetFamilies;

	@Nullable String clipType;

	@Nullable IdFilter collections;

	@Nullable Boolean excludeNudity;

	@Nullable List<String> formats;

	@Nullable List<String> licensingModels;

	int itemCount;

	int itemStartNumber;

	@Nullable String sortOrder;

	@Nullable String language;

	SearchForVideosBuilder(SearchForVideos request) {
		SearchForVideos.Query query = request.query();
		this.assetIds = query.assetIds();
		this.keywordIds = query.keywordIds();
		this.searchPhrase = query.searchPhrase();
		this.entityUris = query.entityUris();
		SearchForVideos.Filter filter = request.filter();
		if (filter != null) {
			this.assetFamilies = filter.assetFamilies();
			this.clipType = filter.clipType();
			this.collections = filter.collections();
			this.excludeNudity = filter.excludeNudity();
			this.formats = filter.formats();
			this.licensingModels = filter.licensingModels();
		}
		SearchForVideos.ResultOptions options = request.resultOptions();
		this.itemCount = options.itemCount();
		this.itemStartNumber = options.itemStartNumber();
		this.sortOrder = options.sortOrder();
		this.language = request.language();
	}

	SearchForVideos build() {
		SearchForVideos.Query query = new SearchForVideos.Query(this.assetIds, this.keywordIds, this.searchPhrase,
				this.entityUris);
		SearchForVideos.Filter filter = new SearchForVideos.Filter(this.assetFamilies, this.clipType, this.collections,
				this.excludeNudity, this.formats, this.licensingModels);
		SearchForVideos.ResultOptions options = new SearchForVideos.ResultOptions(this.itemCount, this.itemStartNumber,
				this.sortOrder);
		return new SearchForVideos(query, NO_FILTER.equals(filter) ? null : filter, this.language, options);
	}

}
