package io.github.connectapi.test.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.connectapi.test.catalog.vocabulary.Table;

/**
 * A kind of image that the catalog has several of.
 *
 * @param subject the subject
 * @param count the number of images
 * @param rules the rules for time, season and weather
 * @param editorialPercent how many of the images are editorial, in percent
 * @param settings the places where the subject can be
 * @param titles the beginnings of titles
 * @param keywords the keywords
 */
record Motif(Subject subject, int count, List<String> rules, int editorialPercent, List<Setting> settings,
		List<String> titles, List<String> keywords) {

	private static final String TABLE = """
			LANDSCAPE | 18 | | 0 | FIELD MEADOW HILLS FOREST LAKE BEACH HARBOR RIVER MOUNTAINS SKYLINE | Quiet hour; Wide view; Peace and quiet; Nobody around; Light and shadow | nobody; tranquility
			TREE | 16 | | 0 | FIELD MEADOW HILLS LAKE PARK | Old oak tree; Lonely tree; Tall tree; Crooked tree | tree; nobody; tranquility; growth
			TREE_ROW | 8 | | 0 | FIELD MEADOW HILLS RIVER | Row of trees; Avenue of trees; Line of poplar trees | tree; nobody; avenue
			TREE_CLIMBER | 6 | day dry | 0 | MEADOW HILLS | Child climbing a tree; Girl in the branches of a tree; Boy climbing an old tree | tree; people; child; one person; adventure
			FALLEN_TREE | 3 | storm | 100 | HARBOR STREET PARK | Fallen tree; Storm damage, fallen tree | tree; storm; damage; nobody
			CHRISTMAS_TREE | 8 | winter | 30 | SQUARE STREET ROOM | Christmas tree; Decorated Christmas tree; Christmas tree with lights | tree; Christmas; celebration; light
			FLOWERS | 8 | day bloom | 0 | MEADOW PARK HILLS | Wild flowers; Poppies in bloom; Blooming flowers | flower; nobody; growth; freshness
			PERSON | 10 | | 0 | MEADOW HILLS LAKE BEACH MOUNTAINS STREET SKYLINE | Woman looking into the distance; Hiker with a backpack; Man on a walk | people; one person; adult; solitude
			PEOPLE | 12 | | 0 | SQUARE STREET PARK BEACH HARBOR | Group of friends; People on their way; Young people meeting | people; group of people; friendship; togetherness
			COUPLE | 8 | | 0 | BEACH LAKE PARK STREET RIVER | Couple on a walk; Two people in love; Elderly couple | people; two people; couple; love; family
			FAMILY | 18 | day dry | 0 | PARK BEACH LAKE MEADOW HILLS RIVER | Family of four; Parents with two children; Family on a walk | family; people; child; group of people; togetherness; happiness
			FAMILY_WITH_DOG | 26 | day dry | 0 | PARK BEACH LAKE MEADOW HILLS FIELD | Family with dog; Family and their dog; Parents, child and dog | family; dog; people; child; pet; togetherness; happiness
			CHILDREN | 12 | day dry | 0 | MEADOW PARK BEACH HILLS | Children playing; Two children with a kite; Children running | people; child; two people; family; happiness; play
			DOG | 26 | | 0 | BEACH MEADOW PARK FIELD STREET LAKE STUDIO | Dog running; Brown dog waiting; Playful dog; Dog with a stick | dog; pet; animal; nobody; energy
			DOG_WALKER | 24 | | 0 | PARK BEACH STREET FIELD RIVER FOREST | Woman walking her dog; Man and his dog; Walk with the dog | dog; people; one person; pet; adult; friendship
			HORSE | 6 | day | 0 | MEADOW HILLS FIELD | Grazing horse; White horse; Horses at the fence | horse; animal; nobody; freedom
			BIRDS | 6 | dry | 0 | LAKE BEACH FIELD HARBOR | Flock of birds; Wild geese; Birds on their way south | bird; animal; nobody; freedom; travel
			BRIDGE | 10 | | 15 | RIVER LAKE SKYLINE | Old stone bridge; Suspension bridge; Long bridge | bridge; architecture; connection; nobody; travel
			RUNNERS | 7 | day | 100 | STREET PARK RIVER SKYLINE | Marathon runners; Runners in the lead; City run | people; group of people; sport; running; effort
			CYCLIST | 8 | day | 40 | HILLS STREET PARK FIELD RIVER | Cyclist; Woman on a bicycle; Bicycle tour | people; one person; bicycle; sport; travel
			BOAT | 10 | | 20 | LAKE BEACH HARBOR RIVER | Sailing boat; Small boat; Fishing boat | boat; sailing; nobody; travel; freedom
			LIGHTHOUSE | 5 | | 20 | BEACH HARBOR | White lighthouse; Old lighthouse; Lighthouse with a red band | lighthouse; architecture; nobody; travel; safety
			BALLOON | 6 | day clear | 40 | FIELD HILLS MOUNTAINS LAKE | Hot-air balloon; Colorful balloons; Balloon ride | balloon; flying; travel; adventure; freedom
			TRAIN | 8 | | 60 | HILLS MOUNTAINS FIELD RIVER | Red train; Passing train; Train on a viaduct | train; railway; travel; nobody; speed; business travel
			HOUSE | 8 | | 0 | MEADOW HILLS MOUNTAINS LAKE FOREST | Little house; Farmhouse; House with lit windows | house; home; architecture; nobody; safety
			TABLE | 14 | day | 0 | ROOM STUDIO | Bowl of fruit; Bread and cheese; Table with fresh food; Fruit and a jug | food; fruit; bread; nobody; health; freshness
			BREAKFAST | 12 | day | 0 | ROOM | Family having breakfast; Breakfast with the children; Parents and child at breakfast | family; food; people; breakfast; child; togetherness
			PICNIC | 11 | day dry warm | 0 | PARK MEADOW LAKE | Family picnic; Picnic with friends; Food on a picnic blanket | food; family; people; picnic; togetherness
			MARKET | 14 | | 40 | SQUARE STREET HARBOR | Market stalls; Fresh vegetables at the market; Food market | food; people; market; vegetable; fruit; group of people; small business
			BUSINESS | 34 | | 35 | STREET SKYLINE OFFICE | Business people; Businesswoman on her way; Two managers | business; people; adult; success; teamwork
			OFFICE | 14 | | 20 | OFFICE | Business meeting; Team at work; Colleagues at a long table | business; people; group of people; teamwork; technology
			FOOTBALL | 20 | | 80 | STADIUM STADIUM PARK MEADOW | Football match; Football players; Duel for the ball | football; sport; people; ball; competition; teamwork
			FANS | 8 | | 100 | STADIUM STREET SQUARE | Football fans; Fans celebrating; Football fans with flags | football; sport; people; crowd; celebration; happiness
			BAND | 18 | | 70 | STAGE | Rock band; Jazz musicians; Singer and band; Concert | music; concert; people; musician; guitar; entertainment
			STREET_MUSICIAN | 10 | | 40 | STREET SQUARE PARK | Street musician; Guitar player; Musician with a guitar | music; people; musician; guitar; one person; entertainment
			""";

	static final List<Motif> ALL = Table.rows(TABLE).stream().map(Motif::of).toList();

	private static final Map<Subject, Motif> BY_SUBJECT = ALL.stream()
		.collect(Collectors.toUnmodifiableMap(Motif::subject, Function.identity()));

	private static Motif of(List<String> row) {
		List<Setting> settings = Arrays.stream(row.get(4).split(" ")).map(Setting::valueOf).toList();
		return new Motif(Subject.valueOf(row.get(0)), Integer.parseInt(row.get(1)), List.of(row.get(2).split(" ")),
				Integer.parseInt(row.get(3)), settings, Table.values(row.get(5)), Table.values(row.get(6)));
	}

	static Motif of(Subject subject) {
		return Objects.requireNonNull(BY_SUBJECT.get(subject));
	}

	/**
	 * Return each motif as often as the catalog has images of it. Images of the same
	 * motif are far from each other.
	 */
	static List<Slot> shuffled() {
		List<Slot> slots = ALL.stream().flatMap(Motif::slots).toList();
		// A prime that does not divide the size: each slot is visited once.
		return IntStream.range(0, slots.size()).mapToObj((number) -> slots.get(number * 197 % slots.size())).toList();
	}

	private Stream<Slot> slots() {
		return IntStream.range(0, this.count).mapToObj((number) -> {
			int editorialBefore = number * this.editorialPercent / 100;
			boolean editorial = (number + 1) * this.editorialPercent / 100 > editorialBefore;
			List<EventPlan> events = EventPlan.of(this.subject);
			return new Slot(this,
					(editorial ? Optional.of(events.get(editorialBefore % events.size())) : Optional.empty()));
		});
	}

	/**
	 * One image of a motif.
	 *
	 * @param motif the motif
	 * @param event the event, if the image is editorial
	 */
	record Slot(Motif motif, Optional<EventPlan> event) {

	}

}
