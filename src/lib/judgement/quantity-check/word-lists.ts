/** Closed lists of English words that tell where a group of words begins and ends. No sentence is listed here. */

export const wordSet = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(/\s+/));

export const determiners = wordSet(
	'the these those this that our their its his her my your such both another any each every either neither'
);

/** Words after which an amount belongs to a phrase that is already determined: “the many people”. */
export const possessives = wordSet('our their its his her my your whose');

export const prepositions = wordSet(
	'of in on at by for with from to into onto about across after against among amongst around as before behind below',
	'beneath beside besides between beyond despite down during except inside like near off out outside over past round per',
	'regarding since than through throughout towards toward under until up upon via within without outwith alongside',
	'because due according including concerning following given'
);

export const conjunctions = wordSet(
	'and or but nor yet so that which who whom whose where when while whilst whereas although though if unless as because',
	'since however therefore meaning how why what whether once both either neither plus'
);

export const pronouns = wordSet(
	'i we you he she it they me us him them this that these those there here one ones myself themselves itself'
);

/** Verbs in the plural or the past that are no nouns. */
export const pluralVerbs = wordSet(
	"are were have had do did aren't weren't haven't hadn't don't didn't can could would will may might",
	"should must shall cannot can't couldn't wouldn't won't know think feel say tell see find get go",
	'come make give live felt said told thought knew understood found saw held spoke wanted gave made',
	'took got went came kept chose became began led met sat stood lost won sent spent brought taught',
	'wrote read drew ran rose fell grew been drive rent face lose sleep eat cope earn own lack belong cook shop swim drink travel commute prefer enjoy value trust showed shown left lacked agree disagree received reported described expressed attended mentioned obtained completed needed wanted believe describe prefer',
	'receive remain appear seem tend lack rely depend cope struggle consider include involve meet keep',
	'choose understand speak turn behave enjoy settle attain reach complete respond pay wait write',
	'contain carry relate begin continue apply exist provide require mention leave lie differ vary'
);

/** Words that are a verb in the plural or a noun: “most report that”, “most report writers”. */
export const nounVerbs = wordSet(
	'need want report work visit show answer reply share walk contact use rate score name concern stay',
	'talk run stand take hold call start end change plan support offer claim care attend'
);

/** Verbs in the third person that are no nouns in the plural, and so end the words of a group. */
export const singularVerbs = wordSet(
	"is was has does isn't wasn't hasn't doesn't suggests shows remains indicates includes means seems appears exists",
	'becomes comes takes goes makes gives gets happens depends relates allows enables ensures provides requires reflects',
	'describes demonstrates confirms continues tends lies says contains consists varies applies occurs focuses involves',
	'knows feels thinks tells sees begins brings keeps states'
);

/** Clause beginnings: after these an amount can be the subject. */
export const clauseOpeners = wordSet(
	'and but or nor yet so that although though while whilst whereas because as since when where if however therefore',
	'felt said found told showed reported noted indicated suggested agreed whether than then also neither either both'
);

/** “-ly” words that are no adverbs. */
const notAdverbs = wordSet(
	'family elderly early monthly weekly daily yearly quarterly friendly only supply reply july'
);
const otherAdverbs = wordSet(
	'also still often never always not now then already just even soon generally rather very quite so too once later again'
);

export const isAdverb = (lower: string): boolean =>
	otherAdverbs.has(lower) || (lower.length > 4 && lower.endsWith('ly') && !notAdverbs.has(lower));

export const isBe = (lower: string): boolean => be.has(lower);
const be = wordSet("is are was were be been being am isn't aren't wasn't weren't 's");

/** Words that cannot stand inside a group of words: “most _of_ …”. */
export const endsGroup = (lower: string): boolean =>
	prepositions.has(lower) ||
	conjunctions.has(lower) ||
	pronouns.has(lower) ||
	determiners.has(lower) ||
	singularVerbs.has(lower);

/** Whether a word can be a verb in the plural or the past. */
export const isVerb = (lower: string): boolean =>
	pluralVerbs.has(lower) ||
	nounVerbs.has(lower) ||
	(lower.length > 4 && lower.endsWith('ed') && !lower.startsWith('hundr'));
