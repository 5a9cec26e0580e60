/** Erases what the rule on keeping asks for, or says what it would erase. */
import { cairn, operator } from '#lib/server/access/actor.ts';
import { eraseDue } from '#lib/server/erase-due.ts';
import { findRetentionRule, planErasures, type ReviewToErase } from '#lib/server/queries/retention.ts';
import { longDate } from '#lib/reports/dates.ts';
import { ruleWords } from '#lib/pages/retention-words.ts';
import { dayOf } from '#lib/pages/times.ts';
import type { Command } from './command.ts';

export const command: Command = {
	usage: 'retention [--dry-run] [--scheduled] [--json]',
	summary: 'Erases the records and free text of reviews that the rule on keeping no longer keeps.',
	help: `The rule is set by an administrator at /admin/retention; there is none at first. A running server does this once a
day. Records, answers, what was written or said, and the texts of the history go; conclusions and who did what stay.
Each review that is erased is told of in the trail with what was counted. Afterwards the database file is written
anew, so that nothing of it is left in the file. Backups made before still hold it.

--dry-run    erases nothing and says what is due
--scheduled  said by the server, so that the trail tells who did it

With --json: {years, erased: [{review, records, …}], later: [{review, dueAt}], swept}.`,
	options: { 'dry-run': { type: 'boolean' }, scheduled: { type: 'boolean' } },
	positionals: [],
	run({ options, openCairn, print, remark, now }) {
		const db = openCairn();
		const { years } = findRetentionRule(db);
		const plan = planErasures(db, years, now);
		const dry = options['dry-run'] === true;
		const by = { actor: options.scheduled ? cairn : operator, at: now };
		const swept = dry ? null : eraseDue(db, by, plan.due).swept;
		if (swept === false)
			remark(
				'Something reads the database, so its log still holds what was erased: run this again, or stop Cairn.'
			);
		if (options.json) {
			const erased = plan.due.map(({ review, erases }) => ({ review, ...erases }));
			const later = plan.later.map(({ review, dueAt }) => ({ review, dueAt }));
			print(JSON.stringify({ years, erased, later, swept }));
			return;
		}
		print(`${ruleWords(years)}.`);
		for (const each of plan.due) print(`${dry ? 'Due' : 'Erased'}: ${describe(each)}`);
		if (years !== null && plan.due.length === 0) print('Nothing is due.');
		for (const { review, dueAt } of plan.later) print(`Later: ${review}, on ${longDate(dayOf(dueAt))}`);
	}
};

function describe({ review, erases }: ReviewToErase): string {
	const { records, answers, writtenAnswers, passages, notes, attachments, texts } = erases;
	return `${review}: ${[
		`${counted(records, 'record')} with ${counted(answers, 'answer')}`,
		counted(writtenAnswers, 'written answer'),
		counted(passages, 'passage'),
		...(notes ? [counted(notes, 'note')] : []),
		...(attachments ? [counted(attachments, 'attachment')] : []),
		`${counted(texts, 'text')} of its history`
	].join(', ')}`;
}

const counted = (count: number, of: string) => `${count} ${of}${count === 1 ? '' : 's'}`;
