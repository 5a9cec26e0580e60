/**
 * Brings what the invented partnerships share: practice, resources, tests of change and hot topics, with what others say
 * to them. Every word goes through the commands that people use, in the name of a lead of each partnership.
 */
import { and, eq } from 'drizzle-orm';
import { writePoints } from '#lib/practice/typed-points.ts';
import { examplePlaces } from '../../../../fixtures/example-world/places.ts';
import { practiceOfNamed } from '../../../../fixtures/example-world/shared-by-named.ts';
import { examplePractice, type ExampleEntry } from '../../../../fixtures/example-world/shared-practice.ts';
import { exampleTests } from '../../../../fixtures/example-world/shared-tests.ts';
import { exampleTopics, type ExampleTopic } from '../../../../fixtures/example-world/shared-topics.ts';
import { cairn } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { entries, topics } from '../db/schema/community.ts';
import { findActor } from '../queries/actors.ts';
import { addInventedLead } from './add-demo-person.ts';
import { addEntry } from './add-entry.ts';
import type { By } from './append-event.ts';
import { closeTopic } from './close-topic.ts';
import { markUseful } from './mark-useful.ts';
import { openTopic } from './open-topic.ts';
import { publishEntry } from './publish-entry.ts';
import { sendEntry } from './send-entry.ts';
import { writeRemark } from './write-remark.ts';

/** An entry or a topic at a time, with all that was said to it; what is there is left alone. `at`: the time now. */
export function* exampleSharingSteps(db: Database, at: string): Generator<void> {
	for (const place of examplePlaces) {
		yield;
		addInventedLead(db, at, place);
	}
	for (const entry of [...examplePractice, ...practiceOfNamed, ...exampleTests]) {
		yield;
		if (!isShared(db, entries, entry)) whole(db, () => shareEntry(db, at, entry));
	}
	for (const topic of exampleTopics) {
		yield;
		if (!isShared(db, topics, topic)) whole(db, () => askTopic(db, at, topic));
	}
}

const whole = (db: Database, work: () => void) => db.transaction(work, { behavior: 'immediate' });

function isShared(
	db: Database,
	table: typeof entries | typeof topics,
	{ place, title }: { place: string; title: string }
): boolean {
	const same = and(eq(table.organisationId, placeNamed(place).id), eq(table.title, title));
	return db.select({ id: table.id }).from(table).where(same).get() !== undefined;
}

const placeNamed = (name: string) => examplePlaces.find((place) => place.name === name)!;

/** The lead of a place, on a day: the first of its hours, or a later one. */
function by(db: Database, at: string, place: string, day: string, hour = 9): By {
	const actor = findActor(db, addInventedLead(db, at, placeNamed(place)))!;
	return { actor, at: `${day}T${String(hour).padStart(2, '0')}:00:00.000Z` };
}

function shareEntry(db: Database, at: string, entry: ExampleEntry): void {
	const { place, kind, title, publishedOn: day, run, remarks = [], useful = [] } = entry;
	const { standards, others, changes, themes, geography, careGroups } = entry;
	const own = by(db, at, place, day);
	const texts = {
		...{ ...entry.texts, title, standards, others, changes, themes, geography, careGroups },
		stage: String(entry.stage),
		contact: entry.contact ? 'yes' : 'no',
		points: run ? writePoints(pointsOf(run)) : '',
		target: run?.target == null ? '' : String(run.target)
	};
	const id = addEntry(db, own, { kind, texts, organisation: placeNamed(place).id });
	const { saved } = sendEntry(db, own, { entry: id }) as { saved: { version: number } };
	publishEntry(db, { actor: cairn, at: own.at.replace('T09', 'T12') }, { entry: id, version: saved.version });
	const about = `entry:${id}`;
	remarks.forEach((remark, index) =>
		writeRemark(db, by(db, at, remark.place, laterBy(day, 7 + 3 * index)), { about, text: remark.text })
	);
	useful.forEach((name, index) => markUseful(db, by(db, at, name, laterBy(day, 2 + index)), { about }));
}

const pointsOf = ({ from, every, values }: NonNullable<ExampleEntry['run']>) =>
	values.map((value, index) => ({ day: laterBy(from, every * index), value }));

function askTopic(db: Database, at: string, topic: ExampleTopic): void {
	const { place, title, text, elements, openedOn: day, answers, closed } = topic;
	const own = by(db, at, place, day);
	const id = openTopic(db, own, { title, text, elements, organisation: '' });
	answers.forEach((answer, index) =>
		writeRemark(db, by(db, at, answer.place, laterBy(day, 2 + 4 * index)), {
			about: `topic:${id}`,
			text: answer.text
		})
	);
	if (closed) closeTopic(db, by(db, at, place, closed.on), { topic: id, summary: closed.summary });
}

/** So many days later, YYYY-MM-DD. */
function laterBy(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
