package io.github.connectapi.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Mutable copy of a {@link SearchForImages}, so that each option is changed in one place.
 */
final class SearchForImagesBuilder {

	private static final SearchForImages.Filter NO_FILTER = new SearchForImages.Filter(null, null);

	SearchForImages.@Nullable DateCreatedRange dateCreatedRange;

	@Nullable Long eventId;

	@Nullable String searchPhrase;

	@Nullable List<String> keywordIds;

	@Nullable List<String> entityUris;

	@Nullable List<String> specificPersons;

	@Nullable IdFilter collections;

	@Nullable List<String> editorialSegments;

	@Nullable IdFilter editorialSources;

	@Nullable Boolean embedContentOnly;

	@Nullable Boolean excludeNudity;

	@Nullable List<String> fileTypes;

	@Nullable List<String> graphicStyles;

	@Nullable List<String> imageFamilies;

	@Nullable List<String> licensingModels;

	@Nullable List<String> orientations;

	@Nullable List<String> productOfferings;

	@Nullable List<SearchForImages.Refinement> refinements;

	@Nullable Boolean whiteBackgroundOnly;

	@Nullable Boolean includeKeywords;

	int itemCount;

	int itemStartNumber;

	@Nullable String refinementOptionsSet;

	@Nullable String editorialSortOrder;

	@Nullable String creativeSortOrder;

	@Nullable String language;

	SearchForImagesBuilder(SearchForImages request) {
		SearchForImages.Query query = request.query();
		this.dateCreatedRange = query.dateCreatedRange();
		this.eventId = query.eventId();
		this.searchPhrase = query.searchPhrase();
		this.keywordIds = query.keywordIds();
		this.entityUris = query.entityUris();
		this.specificPersons = query.specificPersons();
		SearchForImages.Filter filter = request.filter();
		if (filter != null) {
			this.collections = filter.collections();
			this.editorialSegments = filter.editorialSegments();
			this.editorialSources = filter.editorialSources();
			this.embedContentOnly = filter.embedContentOnly();
			this.excludeNudity = filter.excludeNudity();
			this.fileTypes = filter.fileTypes();
			this.graphicStyles = filter.graphicStyles();
			this.imageFamilies = filter.imageFamilies();
			this.licensingModels = filter.licensingModels();
			this.orientations = filter.orientations();
			this.productOfferings = filter.productOfferings();
			this.refinements = filter.refinements();
			this.whiteBackgroundOnly = filter.whiteBackgroundOnly();
		}
		SearchForImages.ResultOptions options = request.resultOptions();
		this.includeKeywords = options.includeKeywords();
		this.itemCount = options.itemCount();
		this.itemStartNumber = options.itemStartNumber();
		this.refinementOptionsSet = options.refinementOptionsSet();
		this.editorialSortOrder = options.editorialSortOrder();
		this.creativeSortOrder = options.creativeSortOrder();
		this.language = request.language();
	}

	SearchForImages build() {
		SearchForImages.Query query = new SearchForImages.Query(this.dateCreatedRange, this.eventId, this.searchPhrase,
				this.keywordIds, this.entityUris, this.specificPersons);
		SearchForImages.Filter filter = new SearchForImages.Filter(this.collections, this.editorialSegments,
				this.editorialSources, this.embedContentOnly, this.excludeNudity, this.fileTypes, this.graphicStyles,
				this.imageFamilies, this.licensingModels, this.orientations, this.productOfferings, this.refinements,
				this.whiteBackgroundOnly);
		SearchForImages.ResultOptions options = new SearchForImages.ResultOptions(this.includeKeywords, this.itemCount,
				this.itemStartNumber, this.refinementOptionsSet, this.editorialSortOrder, this.creativeSortOrder);
		return new SearchForImages(query, NO_FILTER.equals(filter) ? null : filter, this.language, options);
	}

}
