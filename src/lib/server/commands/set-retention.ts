/** Sets after how many years the records of issued reviews are erased, or that they are not. */
import { eq } from 'drizzle-orm';
import { mostYears, ruleWords } from '#lib/pages/retention-words.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { settings } from '../db/schema/trail.ts';
import { FormProblem } from '../problems.ts';
import { findRetentionRule, retentionSetting, type RetentionRule } from '../queries/retention.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

/**
 * `version`: of the rule when it was last read. Returns the rule that holds now, or what stands there when that
 * version is stale; then nothing was changed. Throws a Problem: form-invalid, not-found for whoever may not.
 */
export function setRetention(
	db: Database,
	by: By,
	{ years, version }: { years: number | null; version: number }
): { rule: RetentionRule } | { conflict: RetentionRule } {
	return change(db, by, { action: 'look-after-installation', of: () => installation }, (note) => {
		const kept = findRetentionRule(db);
		if (kept.years === years) return { rule: kept };
		if (kept.version !== version) return { conflict: kept };
		if (years !== null && !(Number.isInteger(years) && years >= 1 && years <= mostYears))
			throw new FormProblem({ years: `Write a whole number of years from 1 to ${mostYears}.` });
		if (years === null) db.delete(settings).where(eq(settings.name, retentionSetting)).run();
		else
			db.insert(settings)
				.values({ name: retentionSetting, value: years })
				.onConflictDoUpdate({ target: settings.name, set: { value: years } })
				.run();
		note({
			verb: 'setting-changed',
			subject: retentionSetting,
			before: `${ruleWords(kept.years)}.`,
			after: `${ruleWords(years)}.`
		});
		return { rule: findRetentionRule(db) };
	});
}
