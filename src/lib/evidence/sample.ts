/** How a sample was drawn, as far as it must be known to draw it again. Shapes only; the draw is measures/sampling. */

/** A draw that was made: with the frame and this, anybody can repeat it. */
export type Drawn = {
	/** Name of the way of drawing, such as `cairn-draw-1`: the same name always draws the same. */
	way: string;
	seed: string;
	/** Records asked for, without replacements. */
	size: number;
	/** Column of the frame, for a stratified draw, and how many were drawn of each stratum. */
	column: string | null;
	allocation: 'proportional' | 'set' | null;
	strata: Record<string, number> | null;
	/** How many replacements were drawn in advance. */
	replacements: number;
	/** ISO 8601, UTC. */
	at: string;
	/** Author, as in `changed_by`. */
	by: string;
};

/** The files drawn for a second, blind reading. */
export type SecondDrawn = {
	way: string;
	seed: string;
	/** Between 0 and 1. */
	share: number;
	records: number;
	at: string;
	by: string;
};

/** How many of a group were heard: carers, workers of one team. */
export type Heard = { group: string; number: number };
