package io.github.connectapi.search;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.operation.ListCopies;

/**
 * Request of {@code SearchForImages}. Start with a search phrase and refine the request
 * with the methods of this record; components may be added. At least one criterion of the
 * query is required: a phrase, an event, keywords, entities or persons.
 *
 * @param query the query
 * @param filter the filter; null for all images
 * @param language the language of keywords and refinements; null for {@code en-us}
 * @param resultOptions the part of the result to return
 */
public record SearchForImages(Query query, @Nullable Filter filter, @Nullable String language,
		ResultOptions resultOptions) {

	/**
	 * Create a request for the first 25 images that match a phrase.
	 * @param searchPhrase words in any script; null to search by other criteria only
	 */
	public SearchForImages(@Nullable String searchPhrase) {
		this(new Query(searchPhrase), null, null, new ResultOptions(25, 1));
	}

	/**
	 * Return a copy with the given image families. Recommended by Getty Images: results
	 * are better, and the order applies only to one family.
	 * @param imageFamilies {@code creative} or {@code editorial}
	 * @return the copy
	 */
	public SearchForImages withImageFamilies(String... imageFamilies) {
		return with((builder) -> builder.imageFamilies = List.of(imageFamilies));
	}

	/**
	 * Return a copy with the given orientations.
	 * @param orientations {@code Horizontal}, {@code Vertical},
	 * {@code PanoramicHorizontal}, {@code PanoramicVertical} or {@code Square}
	 * @return the copy
	 */
	public SearchForImages withOrientations(String... orientations) {
		return with((builder) -> builder.orientations = List.of(orientations));
	}

	/**
	 * Return a copy with the given page.
	 * @param itemStartNumber the number of the first image, starting at 1
	 * @param itemCount the maximum number of images, at least 1; documented are 1 to 6,
	 * 10, 12, 15, 20, 25, 30, 50, 60 and 75
	 * @return the copy
	 * @throws IllegalArgumentException if a number is less than 1
	 */
	public SearchForImages withPage(int itemStartNumber, int itemCount) {
		return with((builder) -> {
			builder.itemStartNumber = itemStartNumber;
			builder.itemCount = itemCount;
		});
	}

	/**
	 * Return a copy with the given collections.
	 * @param collections the collections to include or exclude
	 * @return the copy
	 */
	public SearchForImages withCollections(IdFilter collections) {
		return with((builder) -> builder.collections = collections);
	}

	/**
	 * Return a copy with the given segments of editorial images.
	 * @param editorialSegments {@code News}, {@code Sports}, {@code Entertainment},
	 * {@code Publicity}, {@code Royalty} or {@code Archival}
	 * @return the copy
	 */
	public SearchForImages withEditorialSegments(String... editorialSegments) {
		return with((builder) -> builder.editorialSegments = List.of(editorialSegments));
	}

	/**
	 * Return a copy with the given sources of editorial images.
	 * @param editorialSources the sources to include or exclude
	 * @return the copy
	 */
	public SearchForImages withEditorialSources(IdFilter editorialSources) {
		return with((builder) -> builder.editorialSources = editorialSources);
	}

	/**
	 * Return a copy that finds only images that can be embedded, or all.
	 * @param embedContentOnly whether to find only images that can be embedded
	 * @return the copy
	 */
	public SearchForImages withEmbedContentOnly(boolean embedContentOnly) {
		return with((builder) -> builder.embedContentOnly = embedContentOnly);
	}

	/**
	 * Return a copy that excludes nudity, or does not.
	 * @param excludeNudity whether to exclude nudity
	 * @return the copy
	 */
	public SearchForImages withExcludeNudity(boolean excludeNudity) {
		return with((builder) -> builder.excludeNudity = excludeNudity);
	}

	/**
	 * Return a copy with the given file types.
	 * @param fileTypes {@code eps} or {@code jpg}
	 * @return the copy
	 */
	public SearchForImages withFileTypes(String... fileTypes) {
		return with((builder) -> builder.fileTypes = List.of(fileTypes));
	}

	/**
	 * Return a copy with the given graphic styles.
	 * @param graphicStyles {@code Photography} or {@code Illustration}
	 * @return the copy
	 */
	public SearchForImages withGraphicStyles(String... graphicStyles) {
		return with((builder) -> builder.graphicStyles = List.of(graphicStyles));
	}

	/**
	 * Return a copy with the given licensing models.
	 * @param licensingModels {@code RoyaltyFree} or {@code RightsManaged}
	 * @return the copy
	 */
	public SearchForImages withLicensingModels(String... licensingModels) {
		return with((builder) -> builder.licensingModels = List.of(licensingModels));
	}

	/**
	 * Return a copy with the given product offerings.
	 * @param productOfferings {@code PremiumAccess}, {@code EditorialSubscription} or
	 * {@code EasyAccess}
	 * @return the copy
	 */
	public SearchForImages withProductOfferings(String... productOfferings) {
		return with((builder) -> builder.productOfferings = List.of(productOfferings));
	}

	/**
	 * Return a copy with the given refinements.
	 * @param refinements the refinements, see {@link RefinementOption#toRefinement()}
	 * @return the copy
	 */
	public SearchForImages withRefinements(Refinement... refinements) {
		return with((builder) -> builder.refinements = List.of(refinements));
	}

	/**
	 * Return a copy that finds only images with a white background, or all.
	 * @param whiteBackgroundOnly whether to find only images with a white background
	 * @return the copy
	 */
	public SearchForImages withWhiteBackgroundOnly(boolean whiteBackgroundOnly) {
		return with((builder) -> builder.whiteBackgroundOnly = whiteBackgroundOnly);
	}

	/**
	 * Return a copy with the given language of keywords and refinements.
	 * @param language a language tag, for instance {@code de}
	 * @return the copy
	 */
	public SearchForImages withLanguage(String language) {
		return with((builder) -> builder.language = language);
	}

	/**
	 * Return a copy with the given dates. Only for editorial images.
	 * @param startDate the date after which the image was created; null for any
	 * @param endDate the date before which it was created; null for any
	 * @return the copy
	 */
	public SearchForImages withDateCreated(@Nullable LocalDate startDate, @Nullable LocalDate endDate) {
		return with((builder) -> builder.dateCreatedRange = new DateCreatedRange(endDate, startDate));
	}

	/**
	 * Return a copy that finds only images of an event.
	 * @param eventId the id of the event
	 * @return the copy
	 */
	public SearchForImages withEventId(long eventId) {
		return with((builder) -> builder.eventId = eventId);
	}

	/**
	 * Return a copy that finds only images with all given keywords.
	 * @param keywordIds the ids of the keywords, see {@link Keyword#id()}
	 * @return the copy
	 */
	public SearchForImages withKeywordIds(String... keywordIds) {
		return with((builder) -> builder.keywordIds = List.of(keywordIds));
	}

	/**
	 * Return a copy with the given linked data entities.
	 * @param entityUris URIs of Freebase, DBpedia or MusicBrainz
	 * @return the copy
	 */
	public SearchForImages withEntityUris(String... entityUris) {
		return with((builder) -> builder.entityUris = List.of(entityUris));
	}

	/**
	 * Return a copy that finds only images with all given persons.
	 * @param specificPersons the names of the persons
	 * @return the copy
	 */
	public SearchForImages withSpecificPersons(String... specificPersons) {
		return with((builder) -> builder.specificPersons = List.of(specificPersons));
	}

	/**
	 * Return a copy that returns keywords, or does not.
	 * @param includeKeywords whether to return the keywords of each image
	 * @return the copy
	 */
	public SearchForImages withIncludeKeywords(boolean includeKeywords) {
		return with((builder) -> builder.includeKeywords = includeKeywords);
	}

	/**
	 * Return a copy that returns refinement options. The response becomes larger and
	 * slower.
	 * @param refinementOptionsSet of each category, {@code RefinementSet1} returns 15
	 * options, {@code RefinementSet2} 25 and {@code RefinementSet3} 5
	 * @return the copy
	 */
	public SearchForImages withRefinementOptionsSet(String refinementOptionsSet) {
		return with((builder) -> builder.refinementOptionsSet = refinementOptionsSet);
	}

	/**
	 * Return a copy with the given order of editorial images. Only for the image family
	 * {@code editorial}.
	 * @param editorialSortOrder {@code MostRecent}, {@code MostPopular}, {@code Trending}
	 * or {@code Oldest}
	 * @return the copy
	 */
	public SearchForImages withEditorialSortOrder(String editorialSortOrder) {
		return with((builder) -> builder.editorialSortOrder = editorialSortOrder);
	}

	/**
	 * Return a copy with the given order of creative images. Only for the image family
	 * {@code creative}.
	 * @param creativeSortOrder {@code MostRecent} or {@code MostPopular}
	 * @return the copy
	 */
	public SearchForImages withCreativeSortOrder(String creativeSortOrder) {
		return with((builder) -> builder.creativeSortOrder = creativeSortOrder);
	}

	private SearchForImages with(Consumer<SearchForImagesBuilder> change) {
		SearchForImagesBuilder builder = new SearchForImagesBuilder(this);
		change.accept(builder);
		return builder.build();
	}

	/**
	 * Query of a search. Create it with the methods of {@link SearchForImages};
	 * components may be added.
	 *
	 * @param dateCreatedRange when the images were created; null for any date
	 * @param eventId the id of an event; null for any
	 * @param searchPhrase words in any script; null for none
	 * @param keywordIds the ids of keywords that all must match; null for none
	 * @param entityUris the URIs of linked data entities; null for none
	 * @param specificPersons the names of persons that all must match; null for none
	 */
	public record Query(@Nullable DateCreatedRange dateCreatedRange, @Nullable Long eventId,
			@Nullable String searchPhrase, @Nullable List<String> keywordIds, @Nullable List<String> entityUris,
			@Nullable List<String> specificPersons) {

		/**
		 * Create a query with copies of the lists.
		 * @param dateCreatedRange when the images were created; null for any date
		 * @param eventId the id of an event; null for any
		 * @param searchPhrase words in any script; null for none
		 * @param keywordIds the ids of keywords that all must match; null for none
		 * @param entityUris the URIs of linked data entities; null for none
		 * @param specificPersons the names of persons that all must match; null for none
		 */
		public Query {
			keywordIds = ListCopies.orNull(keywordIds);
			entityUris = ListCopies.orNull(entityUris);
			specificPersons = ListCopies.orNull(specificPersons);
		}

		/**
		 * Create a query.
		 * @param searchPhrase words in any script; null for none
		 */
		public Query(@Nullable String searchPhrase) {
			this(null, null, searchPhrase, null, null, null);
		}

	}

	/**
	 * Filter of a search. Create it with the methods of {@link SearchForImages};
	 * components may be added.
	 *
	 * @param collections the collections; null for all
	 * @param editorialSegments for instance {@code Sports}; null for all
	 * @param editorialSources the sources of editorial images; null for all
	 * @param embedContentOnly whether to find only images that can be embedded; null for
	 * false
	 * @param excludeNudity whether to exclude nudity; null for false
	 * @param fileTypes {@code eps} or {@code jpg}; null for all
	 * @param graphicStyles {@code Photography} or {@code Illustration}; null for all
	 * @param imageFamilies {@code creative} or {@code editorial}; null for all
	 * @param licensingModels {@code RoyaltyFree} or {@code RightsManaged}; null for all
	 * @param orientations for instance {@code Horizontal}; null for all
	 * @param productOfferings for instance {@code EasyAccess}; null for all
	 * @param refinements the refinements; null for none
	 * @param whiteBackgroundOnly whether to find only images with a white background;
	 * null for false
	 */
	public record Filter(@Nullable IdFilter collections, @Nullable List<String> editorialSegments,
			@Nullable IdFilter editorialSources, @Nullable Boolean embedContentOnly, @Nullable Boolean excludeNudity,
			@Nullable List<String> fileTypes, @Nullable List<String> graphicStyles,
			@Nullable List<String> imageFamilies, @Nullable List<String> licensingModels,
			@Nullable List<String> orientations, @Nullable List<String> productOfferings,
			@Nullable List<Refinement> refinements, @Nullable Boolean whiteBackgroundOnly) {

		/**
		 * Create a filter with copies of the lists.
		 * @param collections the collections; null for all
		 * @param editorialSegments for instance {@code Sports}; null for all
		 * @param editorialSources the sources of editorial images; null for all
		 * @param embedContentOnly whether to find only images that can be embedded; null
		 * for false
		 * @param excludeNudity whether to exclude nudity; null for false
		 * @param fileTypes {@code eps} or {@code jpg}; null for all
		 * @param graphicStyles {@code Photography} or {@code Illustration}; null for all
		 * @param imageFamilies {@code creative} or {@code editorial}; null for all
		 * @param licensingModels {@code RoyaltyFree} or {@code RightsManaged}; null for
		 * all
		 * @param orientations for instance {@code Horizontal}; null for all
		 * @param productOfferings for instance {@code EasyAccess}; null for all
		 * @param refinements the refinements; null for none
		 * @param whiteBackgroundOnly whether to find only images with a white background;
		 * null for false
		 */
		public Filter {
			editorialSegments = ListCopies.orNull(editorialSegments);
			fileTypes = ListCopies.orNull(fileTypes);
			graphicStyles = ListCopies.orNull(graphicStyles);
			imageFamilies = ListCopies.orNull(imageFamilies);
			licensingModels = ListCopies.orNull(licensingModels);
			orientations = ListCopies.orNull(orientations);
			productOfferings = ListCopies.orNull(productOfferings);
			refinements = ListCopies.orNull(refinements);
		}

		/**
		 * Create a filter.
		 * @param imageFamilies {@code creative} or {@code editorial}; null for all
		 * @param orientations for instance {@code Horizontal}; null for all
		 */
		public Filter(@Nullable List<String> imageFamilies, @Nullable List<String> orientations) {
			this(null, null, null, null, null, null, null, imageFamilies, null, orientations, null, null, null);
		}

	}

	/**
	 * Part of the result to return, and its order. Create it with the methods of
	 * {@link SearchForImages}; components may be added.
	 *
	 * @param includeKeywords whether to return keywords; null for false
	 * @param itemCount the maximum number of images, at least 1
	 * @param itemStartNumber the number of the first image, starting at 1
	 * @param refinementOptionsSet the set of refinement options to return; null for none
	 * @param editorialSortOrder the order of editorial images; null for the default
	 * @param creativeSortOrder the order of creative images; null for the default
	 */
	public record ResultOptions(@Nullable Boolean includeKeywords, int itemCount, int itemStartNumber,
			@Nullable String refinementOptionsSet, @Nullable String editorialSortOrder,
			@Nullable String creativeSortOrder) {

		/**
		 * Create options.
		 * @param includeKeywords whether to return keywords; null for false
		 * @param itemCount the maximum number of images, at least 1
		 * @param itemStartNumber the number of the first image, starting at 1
		 * @param refinementOptionsSet the set of refinement options to return; null for
		 * none
		 * @param editorialSortOrder the order of editorial images; null for the default
		 * @param creativeSortOrder the order of creative images; null for the default
		 * @throws IllegalArgumentException if a number is less than 1
		 */
		public ResultOptions {
			Assert.isTrue(itemCount >= 1, "The number of images on a page must be at least 1");
			Assert.isTrue(itemStartNumber >= 1, "The number of the first image must be at least 1");
		}

		/**
		 * Create options.
		 * @param itemCount the maximum number of images, at least 1
		 * @param itemStartNumber the number of the first image, starting at 1
		 * @throws IllegalArgumentException if a number is less than 1
		 */
		public ResultOptions(int itemCount, int itemStartNumber) {
			this(null, itemCount, itemStartNumber, null, null, null);
		}

	}

	/**
	 * Dates between which an image was created. Only for editorial images.
	 *
	 * @param endDate the date before which it was created; null for any
	 * @param startDate the date after which it was created; null for any
	 */
	public record DateCreatedRange(@Nullable LocalDate endDate, @Nullable LocalDate startDate) {

	}

	/**
	 * Refinement of a search, see {@link RefinementOption#toRefinement()}.
	 *
	 * @param category the category, for instance {@code Location}
	 * @param id the id within the category
	 */
	public record Refinement(String category, String id) {

	}

}
