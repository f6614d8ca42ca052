package io.github.connectapi.search;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.operation.ListCopies;

/**
 * Request of {@code SearchForVideos}. Start with a search phrase and refine the request
 * with the methods of this record; components may be added. At least one criterion of the
 * query is required.
 *
 * @param query the query
 * @param filter the filter; null for all videos
 * @param language the language of keywords; null for {@code en-us}
 * @param resultOptions the part of the result to return
 */
public record SearchForVideos(Query query, @Nullable Filter filter, @Nullable String language,
		ResultOptions resultOptions) {

	/**
	 * Create a request for the first 25 videos that match a phrase.
	 * @param searchPhrase words in any script; null to search by other criteria only
	 */
	public SearchForVideos(@Nullable String searchPhrase) {
		this(new Query(null, null, searchPhrase, null), null, null, new ResultOptions(25, 1, null));
	}

	/**
	 * Create a request for videos whose ids are known. Filters and other criteria do not
	 * apply.
	 * @param assetIds the ids of 1 to 500 videos
	 * @return the request
	 */
	public static SearchForVideos ofAssetIds(String... assetIds) {
		return new SearchForVideos(null).with((builder) -> builder.assetIds = List.of(assetIds));
	}

	/**
	 * Return a copy with the given page.
	 * @param itemStartNumber the number of the first video, starting at 1
	 * @param itemCount the maximum number of videos, at least 1; documented are 1 to 6,
	 * 10, 12, 15, 20, 25, 30, 50, 60, 75 and 90
	 * @return the copy
	 * @throws IllegalArgumentException if a number is less than 1
	 */
	public SearchForVideos withPage(int itemStartNumber, int itemCount) {
		return with((builder) -> {
			builder.itemStartNumber = itemStartNumber;
			builder.itemCount = itemCount;
		});
	}

	/**
	 * Return a copy with the given families.
	 * @param assetFamilies {@code Creative} or {@code Editorial}
	 * @return the copy
	 */
	public SearchForVideos withAssetFamilies(String... assetFamilies) {
		return with((builder) -> builder.assetFamilies = List.of(assetFamilies));
	}

	/**
	 * Return a copy with the given type of editorial videos.
	 * @param clipType {@code Produced} or {@code Raw}
	 * @return the copy
	 */
	public SearchForVideos withClipType(String clipType) {
		return with((builder) -> builder.clipType = clipType);
	}

	/**
	 * Return a copy with the given collections.
	 * @param collections the collections to include or exclude
	 * @return the copy
	 */
	public SearchForVideos withCollections(IdFilter collections) {
		return with((builder) -> builder.collections = collections);
	}

	/**
	 * Return a copy that excludes nudity, or does not.
	 * @param excludeNudity whether to exclude nudity
	 * @return the copy
	 */
	public SearchForVideos withExcludeNudity(boolean excludeNudity) {
		return with((builder) -> builder.excludeNudity = excludeNudity);
	}

	/**
	 * Return a copy with the given formats.
	 * @param formats {@code HD} or {@code SD}
	 * @return the copy
	 */
	public SearchForVideos withFormats(String... formats) {
		return with((builder) -> builder.formats = List.of(formats));
	}

	/**
	 * Return a copy with the given licensing models.
	 * @param licensingModels {@code RoyaltyFree} or {@code RightsReady}
	 * @return the copy
	 */
	public SearchForVideos withLicensingModels(String... licensingModels) {
		return with((builder) -> builder.licensingModels = List.of(licensingModels));
	}

	/**
	 * Return a copy with the given language of keywords.
	 * @param language a language tag, for instance {@code de}
	 * @return the copy
	 */
	public SearchForVideos withLanguage(String language) {
		return with((builder) -> builder.language = language);
	}

	/**
	 * Return a copy that finds only videos with all given keywords.
	 * @param keywordIds the ids of the keywords, see {@link Video.Keyword#id()}
	 * @return the copy
	 */
	public SearchForVideos withKeywordIds(String... keywordIds) {
		return with((builder) -> builder.keywordIds = List.of(keywordIds));
	}

	/**
	 * Return a copy with the given linked data entities.
	 * @param entityUris URIs of Freebase, DBpedia or MusicBrainz
	 * @return the copy
	 */
	public SearchForVideos withEntityUris(String... entityUris) {
		return with((builder) -> builder.entityUris = List.of(entityUris));
	}

	/**
	 * Return a copy with the given order. Only for a single family.
	 * @param sortOrder {@code MostRecent}; also {@code BestMatch} for {@code Creative},
	 * or {@code MostPopular} and {@code Trending} for {@code Editorial}
	 * @return the copy
	 */
	public SearchForVideos withSortOrder(String sortOrder) {
		return with((builder) -> builder.sortOrder = sortOrder);
	}

	private SearchForVideos with(Consumer<SearchForVideosBuilder> change) {
		SearchForVideosBuilder builder = new SearchForVideosBuilder(this);
		change.accept(builder);
		return builder.build();
	}

	/**
	 * Query of a search. Create it with the methods of {@link SearchForVideos};
	 * components may be added.
	 *
	 * @param assetIds the ids of videos; null to search by other criteria
	 * @param keywordIds the ids of keywords that all must match; null for none
	 * @param searchPhrase words in any script; null for none
	 * @param entityUris the URIs of linked data entities; null for none
	 */
	public record Query(@Nullable List<String> assetIds, @Nullable List<String> keywordIds,
			@Nullable String searchPhrase, @Nullable List<String> entityUris) {

		/**
		 * Create a query with copies of the lists.
		 * @param assetIds the ids of videos; null to search by other criteria
		 * @param keywordIds the ids of keywords that all must match; null for none
		 * @param searchPhrase words in any script; null for none
		 * @param entityUris the URIs of linked data entities; null for none
		 */
		public Query {
			assetIds = ListCopies.orNull(assetIds);
			keywordIds = ListCopies.orNull(keywordIds);
			entityUris = ListCopies.orNull(entityUris);
		}

	}

	/**
	 * Filter of a search. Create it with the methods of {@link SearchForVideos};
	 * components may be added.
	 *
	 * @param assetFamilies {@code Creative} or {@code Editorial}; null for all
	 * @param clipType of editorial videos, {@code Produced} or {@code Raw}; null for all
	 * @param collections the collections; null for all
	 * @param excludeNudity whether to exclude nudity; null for false
	 * @param formats {@code HD} or {@code SD}; null for all
	 * @param licensingModels {@code RoyaltyFree} or {@code RightsReady}; null for all
	 */
	public record Filter(@Nullable List<String> assetFamilies, @Nullable String clipType,
			@Nullable IdFilter collections, @Nullable Boolean excludeNudity, @Nullable List<String> formats,
			@Nullable List<String> licensingModels) {

		/**
		 * Create a filter with copies of the lists.
		 * @param assetFamilies {@code Creative} or {@code Editorial}; null for all
		 * @param clipType of editorial videos, {@code Produced} or {@code Raw}; null for
		 * all
		 * @param collections the collections; null for all
		 * @param excludeNudity whether to exclude nudity; null for false
		 * @param formats {@code HD} or {@code SD}; null for all
		 * @param licensingModels {@code RoyaltyFree} or {@code RightsReady}; null for all
		 */
		public Filter {
			assetFamilies = ListCopies.orNull(assetFamilies);
			formats = ListCopies.orNull(formats);
			licensingModels = ListCopies.orNull(licensingModels);
		}

	}

	/**
	 * Part of the result to return, and its order. Create it with the methods of
	 * {@link SearchForVideos}; components may be added.
	 *
	 * @param itemCount the maximum number of videos, at least 1
	 * @param itemStartNumber the number of the first video, starting at 1
	 * @param sortOrder the order; null for the default
	 */
	public record ResultOptions(int itemCount, int itemStartNumber, @Nullable String sortOrder) {

		/**
		 * Create options.
		 * @param itemCount the maximum number of videos, at least 1
		 * @param itemStartNumber the number of the first video, starting at 1
		 * @param sortOrder the order; null for the default
		 * @throws IllegalArgumentException if a number is less than 1
		 */
		public ResultOptions {
			Assert.isTrue(itemCount >= 1, "The number of videos on a page must be at least 1");
			Assert.isTrue(itemStartNumber >= 1, "The number of the first video must be at least 1");
		}

	}

}
