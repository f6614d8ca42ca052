package io.github.connectapi.test.catalog;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import io.github.connectapi.test.catalog.vocabulary.Table;

/**
 * An event before its images are known.
 *
 * @param id the id
 * @param name the name
 * @param segments the editorial segments
 * @param childEventCount the number of events that are part of it
 * @param subjects the subjects of its images
 * @param venue the venue
 * @param date the date
 */
record EventPlan(int id, String name, List<String> segments, int childEventCount, List<Subject> subjects, String venue,
		LocalDate date) {

	private static final String TABLE = """
			70001 | Storm over the harbor | News | 0 | FALLEN_TREE | Old Harbor | 2012-11-08
			70002 | Spring storm | News | 0 | FALLEN_TREE | City Park | 2013-03-18
			70003 | City marathon 2013 | Sport | 2 | RUNNERS | Long Bridge | 2013-04-21
			70004 | Autumn run | Sport | 0 | RUNNERS | Lake Road | 2012-10-07
			70005 | Football cup final | Sport; News | 0 | FOOTBALL FANS | Specimen Arena | 2012-05-19
			70006 | Football league, day 12 | Sport | 0 | FOOTBALL | Sample Park | 2012-11-24
			70007 | Football league, day 30 | Sport | 0 | FOOTBALL FANS | Specimen Arena | 2013-05-11
			70008 | Cycling tour, stage 4 | Sport | 0 | CYCLIST | Pass Road | 2013-07-03
			70009 | Christmas market | Entertainment; News | 1 | CHRISTMAS_TREE MARKET | Market Square | 2012-12-12
			70010 | Summer music festival | Entertainment | 3 | BAND STREET_MUSICIAN | Lakeside Stage | 2012-07-14
			70011 | Jazz night | Entertainment | 0 | BAND | Old Theater | 2013-02-22
			70012 | Farewell concert | Entertainment; Publicity | 0 | BAND | Specimen Hall | 2011-09-30
			70013 | Street music day | Entertainment | 0 | STREET_MUSICIAN | Old Town | 2013-06-21
			70014 | Harbor days | Travel | 2 | BOAT LIGHTHOUSE | North Pier | 2012-08-18
			70015 | Balloon festival | Travel | 0 | BALLOON | Airfield | 2013-08-24
			70016 | Economic forum | News | 0 | BUSINESS OFFICE | Congress Center | 2013-01-24
			70017 | Opening of the new bridge | News; Travel | 0 | BRIDGE | New Bridge | 2011-06-10
			70018 | Last trains of the old line | Archival | 0 | TRAIN | Valley Line | 1968-05-04
			70019 | Royal visit to the market | Royalty | 0 | MARKET | Market Hall | 2012-06-05
			70020 | First run of the new train | Publicity | 0 | TRAIN | Central Station | 2013-09-12
			""";

	static final List<EventPlan> ALL = Table.rows(TABLE)
		.stream()
		.map((row) -> new EventPlan(Integer.parseInt(row.get(0)), row.get(1), Table.values(row.get(2)),
				Integer.parseInt(row.get(3)), subjects(row.get(4)), row.get(5), LocalDate.parse(row.get(6))))
		.toList();

	private static List<Subject> subjects(String cell) {
		return Arrays.stream(cell.split(" ")).map(Subject::valueOf).toList();
	}

	static List<EventPlan> of(Subject subject) {
		return ALL.stream().filter((plan) -> plan.subjects.contains(subject)).toList();
	}

	/**
	 * Return the place of this event.
	 */
	Place place() {
		return Place.of(this.id);
	}

	Event event(List<Image> images) {
		List<Image> own = images.stream().filter((image) -> image.editorial().eventIds().contains(this.id)).toList();
		return new Event(this.id, this.name, this.childEventCount, this.segments, own.size(), place(), this.venue,
				own.get(0).id(), this.date.atTime(10, 0).atOffset(Draft.OFFSET));
	}

}
