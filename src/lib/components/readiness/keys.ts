/**
 * What a key does on the table of a self-evaluation. Pure: the key, where the focus is, and how the table is filled.
 * Keys act on the cell that has the focus and nowhere else.
 */

export type Pressed = {
	/** As `KeyboardEvent.key` and `KeyboardEvent.code`. */
	key: string;
	code: string;
	ctrlKey: boolean;
	altKey: boolean;
	metaKey: boolean;
	shiftKey: boolean;
};

/** A row of the table: the standard, and those of its components that are shown, by their places from 1. */
export type GridRow = { places: readonly number[] };
/** Column 0 is the name of the standard. */
export type Place = { row: number; column: number };

export type TableKey =
	| { does: 'move'; to: Place }
	| { does: 'rate'; of: 'howWell' | 'howDoWeKnow'; step: number }
	| { does: 'take-back' };

/** Null: the key does what it does anywhere. */
export function tableKey(pressed: Pressed, at: Place, rows: readonly GridRow[]): TableKey | null {
	const { key, code, ctrlKey, altKey, metaKey, shiftKey } = pressed;
	if (altKey || metaKey) return null;
	const to = moved(key, ctrlKey, at, rows);
	if (to) return { does: 'move', to };
	if (ctrlKey || at.column === 0) return null;
	if (key === 'Backspace' || key === 'Delete') return { does: 'take-back' };
	// Where the shift key is held, the key says another sign, and not the same one on every keyboard.
	const digit = /^(?:Digit|Numpad)([0-4])$/.exec(code)?.[1] ?? /^[0-4]$/.exec(key)?.[0];
	if (digit === undefined) return null;
	return { does: 'rate', of: shiftKey ? 'howDoWeKnow' : 'howWell', step: Number(digit) };
}

function moved(key: string, toEnd: boolean, at: Place, rows: readonly GridRow[]): Place | null {
	const columns = [0, ...(rows[at.row]?.places ?? [])];
	const here = columns.indexOf(at.column);
	const last = rows.length - 1;
	switch (key) {
		case 'ArrowRight':
			if (here < columns.length - 1) return { row: at.row, column: columns[here + 1]! };
			// On from the last of one standard to the first of the next, so that one key leads through all.
			return at.row < last ? { row: at.row + 1, column: firstOf(rows[at.row + 1]!) } : null;
		case 'ArrowLeft':
			if (here > 0) return { row: at.row, column: columns[here - 1]! };
			return at.row > 0 ? { row: at.row - 1, column: lastOf(rows[at.row - 1]!) } : null;
		case 'ArrowDown':
			return at.row < last ? nearest(rows, at.row + 1, at.column) : null;
		case 'ArrowUp':
			return at.row > 0 ? nearest(rows, at.row - 1, at.column) : null;
		case 'Home':
			return { row: toEnd ? 0 : at.row, column: 0 };
		case 'End': {
			const row = toEnd ? last : at.row;
			return { row, column: lastOf(rows[row]!) };
		}
		default:
			return null;
	}
}

const firstOf = ({ places }: GridRow) => places[0] ?? 0;
const lastOf = ({ places }: GridRow) => places.at(-1) ?? 0;

/** The same column of another row, or the nearest before it that is shown there. */
function nearest(rows: readonly GridRow[], row: number, column: number): Place {
	const { places } = rows[row]!;
	if (column === 0) return { row, column: 0 };
	return { row, column: places.filter((place) => place <= column).at(-1) ?? places[0] ?? 0 };
}

/** What each key does, as the list of keys says it. */
export const keyList: readonly { keys: string; does: string }[] = [
	{ keys: 'Arrow keys', does: 'move from component to component; right goes on to the next standard' },
	{ keys: '0 to 4', does: 'set the stage: how well; the same number again takes it back' },
	{ keys: 'Shift and 0 to 4', does: 'set how we know' },
	{ keys: 'Backspace', does: 'takes back what you set last on this component' },
	{ keys: 'Enter', does: 'opens the component with its three boxes; Escape leads back to the table' },
	{
		keys: 'Home, End',
		does: 'go to the standard and to its last component; with Ctrl, to the first and last of all'
	}
];
