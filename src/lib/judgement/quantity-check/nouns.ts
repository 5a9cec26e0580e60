/** What kind of thing a noun names: people and records that can be counted one by one, time, money, or no such thing. */
import { wordSet } from './word-lists.ts';

const people = wordSet(
	'person adult carer child kid staff worker practitioner manager leader respondent participant user client patient',
	'resident tenant pupil student learner teacher parent family relative employee nurse doctor gp professional officer',
	'assistant volunteer member councillor individual inspector reader interviewee citizen householder customer applicant',
	'partner stakeholder colleague commissioner man woman boy girl mother father friend guardian advocate trainee',
	'apprentice graduate veteran migrant refugee claimant beneficiary recipient complainant lead head governor director',
	'clinician midwife therapist consultant surgeon paramedic prisoner offender victim witness landlord owner visitor',
	'attendee delegate neighbour sibling grandparent adopter baby infant adviser advisor coordinator instructor lecturer',
	'leaver caller driver psychologist pharmacist dentist caregiver guest mentor tutor youngster pensioner supervisor',
	'party household class workforce personnel public population'
);

const records = wordSet(
	'file record case plan assessment review response questionnaire answer reply form report document referral complaint',
	'application interview visit inspection observation lesson chart note comment letter package contract agreement audit',
	'incident admission discharge appointment placement tenancy repair chronology entry budget invoice'
);

const places = wordSet(
	'service team home school nursery hospital ward practice clinic surgery provider organisation organization agency',
	'partnership council authority board area locality region department unit setting centre establishment association',
	'property site community group network trust college university office charity project programme house flat building',
	'classroom facility business company prison court post vacancy'
);

/** Nouns of manner, time, size and kind: an amount of them says nothing of a group. */
const uncounted = wordSet(
	'way respect time occasion circumstance sense mean term extent degree word thank',
	'return second minute hour day week weekend fortnight month term year decade century night morning afternoon evening summer winter spring autumn season monday',
	'tuesday wednesday thursday friday saturday sunday january february march april june july august september october',
	'november december lunchtime breaktime playtime',
	'mile metre kilometre yard inch foot pound penny pence euro dollar litre gram age purpose intent'
);

const irregular = new Map(
	'people:person children:child men:man women:woman staff:staff police:police families:family gps:gp personnel:personnel wives:wife lives:life folk:person folks:person criteria:criterion phenomena:phenomenon sheep:sheep series:series curricula:curriculum data:datum media:medium fish:fish aircraft:aircraft alumni:alumnus bacteria:bacterium mice:mouse geese:goose teeth:tooth oxen:ox syllabi:syllabus'
		.split(' ')
		.map((pair) => pair.split(':') as [string, string])
);

/** Singular nouns that stand for many people or cases. */
const collective = wordSet(
	'workforce population public class cohort sample caseload membership staff sector electorate group team panel board',
	'audience crew committee council village town city community club choir squad fleet crowd profession leadership management'
);

/** What a framework is made of: “all four options” are no group of which something is found. */
const parts = wordSet(
	'option standard theme stage step aspect element principle outcome value level question recommendation phase part type',
	'kind sort form reason quarter criterion indicator evaluation judgement change concern issue problem doubt improvement delay age eye hand bet side ear odd walk road thing'
);

/** What is counted out although it has no plural: a share of it is a share of a group of pounds. */
const sharedOut = wordSet(
	'budget money funding spending spend investment income expenditure fund resource grant allocation land estate stock waste energy water electricity food output'
);

/** What has no number: amounts of it are not quantities. */
export const massNouns = wordSet(
	'evidence information work support care time progress guidance feedback advice help research inconsistency confusion',
	'improvement learning knowledge staffing recording planning activity engagement involvement understanding confidence',
	'attention variation success delay effort training money funding documentation paperwork access choice control stuff'
);

const notPlural = wordSet(
	'always perhaps progress process business access less unless across is was has does this thus its yes previous',
	'various status focus bus basis analysis crisis emphasis diabetes news wales as plus versus besides towards',
	'afterwards upwards whereas us ours theirs yours his hers themselves ourselves sometimes needless nonetheless',
	'nevertheless regardless mathematics maths ethics politics physics economics glasses dementias campus virus',
	'nhs sds sms consensus bonus census apparatus corpus lens gas means overseas outdoors indoors downstairs upstairs nowadays'
);
const notPluralEndings = /(?:ss|ous|us|is|'s|ness)$/;

/** The singular of a plural noun, or null: `files` → file, `staff` → staff, `process` → null. */
export function singularOf(lower: string): string | null {
	const own = irregular.get(lower);
	if (own) return own;
	const head = lower.includes('-') ? lower.slice(lower.lastIndexOf('-') + 1) : lower;
	const word = head.endsWith("s'") ? head.slice(0, -1) : head;
	if (word.length < 3 || !word.endsWith('s') || notPlural.has(word) || notPluralEndings.test(word))
		return null;
	if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
	if (/(?:ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2);
	return word.slice(0, -1);
}

export type NounClass = 'people' | 'records' | 'places' | 'other';

/** The class of a singular noun. */
export function classOf(singular: string): NounClass {
	if (people.has(singular)) return 'people';
	if (records.has(singular)) return 'records';
	return places.has(singular) ? 'places' : 'other';
}

export const isPart = (singular: string): boolean => parts.has(singular);
export const isCollective = (lower: string): boolean => collective.has(lower);
export const isSharedOut = (lower: string): boolean =>
	sharedOut.has(lower) || sharedOut.has(singularOf(lower) ?? '');
export const isUncounted = (singular: string): boolean => uncounted.has(singular);
