/** The shape of counts.json: how many records a source has, and how the answers to each question are spread over them. */

/** Records whose column or answer is one of the words. */
export type Condition = Record<string, string[]>;

/** Answer → how many records give it, from the best record to the worst; `blank` stands for no answer. */
export type Counts = Record<string, number>;

export type Spread = {
	/** How far a record's quality decides its place, 0 to 1; left out: one half. */
	loading?: number;
	/** What a column's value adds to a record's place. */
	lift?: Record<string, Record<string, number>>;
	counts?: Counts;
	/** Counts for parts of the records. A record in no part is `not applicable`. */
	groups?: { where: Condition; counts: Counts }[];
	/** Dates at random between two days, weekdays only. */
	dates?: { where?: Condition; from: string; to: string }[];
	/** Dates that lie some days before those of another question; better records waited less. */
	daysBefore?: { question: string; shortest: number; usual: number; longest: number };
	/** How many of the dates are not recorded. */
	notRecorded?: number;
	/** Written answers, each given to one record; the others are blank. */
	texts?: { where: Condition; text: string }[];
};

export type SourcePlan = {
	instrument: string;
	/** The form of a reference: each 0 stands for a digit. */
	reference: string;
	records: number;
	/** References that must be among those drawn. */
	keep: string[];
	columns: Record<string, Spread>;
	questions: Record<string, Spread>;
};

export type Plan = Record<string, SourcePlan>;

/** One record: its reference, and a cell for each column and question. */
export type Row = { reference: string; quality: number; cells: Record<string, string> };
