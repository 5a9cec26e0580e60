/** Conditions as better-auth gives them, for a table of ours. */
import { and, eq, gt, gte, inArray, isNull, lt, lte, ne, notInArray, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

export type Condition = { field: string; operator: string; value: unknown; connector: string };

/** Throws for what better-auth does not ask of us, so that it cannot be misread. */
export function whereOf(table: SQLiteTable, conditions: readonly Condition[] = []): SQL | undefined {
	return and(
		...conditions.map(({ field, operator, value, connector }) => {
			if (connector !== 'AND') throw new Error(`No conditions with ${connector}`);
			const column = columnOf(table, field);
			if (value === null && operator === 'eq') return isNull(column);
			switch (operator) {
				case 'eq':
					return eq(column, value);
				case 'ne':
					return ne(column, value);
				case 'lt':
					return lt(column, value);
				case 'lte':
					return lte(column, value);
				case 'gt':
					return gt(column, value);
				case 'gte':
					return gte(column, value);
				case 'in':
					return inArray(column, value as unknown[]);
				case 'not_in':
					return notInArray(column, value as unknown[]);
				default:
					throw new Error(`No condition “${operator}”`);
			}
		})
	);
}

export function columnOf(table: SQLiteTable, field: string): SQLiteColumn {
	const column = (table as unknown as Record<string, SQLiteColumn | undefined>)[field];
	if (!column) throw new Error(`No column “${field}”`);
	return column;
}
