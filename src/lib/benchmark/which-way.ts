/** Of most questions a high share is good; of a few that come with Cairn it is not, as the help beside them says. */
import type { Cell } from './cell.ts';

export type WhichWay = 'high-is-good' | 'low-is-good' | 'neither';

/** By id of the cell. Poor outcomes for the person; whether a review led to another option. */
const otherWays: Readonly<Record<string, WhichWay>> = {
	'question:case-file-assessed/O2': 'low-is-good',
	'question:case-file-assessed/V3': 'neither'
};

export const whichWay = ({ id }: Pick<Cell, 'id'>): WhichWay => otherWays[id] ?? 'high-is-good';
