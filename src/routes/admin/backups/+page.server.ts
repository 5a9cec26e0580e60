import { redirect } from '@sveltejs/kit';
import { longDate } from '#lib/reports/dates.ts';
import { backingUpSince, backUpNow } from '#lib/server/back-up-now.ts';
import { backupSettings } from '#lib/server/backup/due-backups.ts';
import { backupsFolder, listBackups, listFailures } from '#lib/server/backup/kept-backups.ts';
import { askForBackup } from '#lib/server/commands/ask-for-backup.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ depends }) => {
	depends('cairn:backups');
	const folder = backupsFolder(keptFolder());
	const backups = listBackups(folder);
	const [failure] = listFailures(folder);
	const since = backingUpSince();
	return {
		running: since && timeOf(since),
		backups: backups.map(({ name, at, bytes }) => ({ name, at: timeOf(at), size: sizeOf(bytes) })),
		/** Only while nothing better has come since. */
		failure:
			failure && !backups.some(({ at }) => at > failure.at)
				? { at: timeOf(failure.at), sentence: failure.sentence }
				: null,
		...backupSettings(process.env),
		folder
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) =>
		refused(await request.formData(), () => {
			askForBackup(locals.db, locals);
			backUpNow(keptFolder(), locals.at);
			redirect(303, '/admin/backups');
		})
};

const clock = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	hour: '2-digit',
	minute: '2-digit'
});
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

const timeOf = (at: string) => `${longDate(day.format(new Date(at)))}, ${clock.format(new Date(at))}`;

const sizeOf = (bytes: number) =>
	bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
