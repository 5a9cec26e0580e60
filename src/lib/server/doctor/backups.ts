/** How old the newest verified backup is, and whether one has failed since. */
import { backupSettings } from '../backup/due-backups.ts';
import { listBackups, listFailures } from '../backup/kept-backups.ts';
import { broken, fine, look, sayAge, type DoctorLine } from './line.ts';

const hour = 3_600_000;
const byHand = 'Run “npm run --silent cairn -- backup” and read what it says.';

/** `backups` is their folder, `now` the time, ISO 8601. */
export function lookAtBackups(given: {
	backups: string;
	environment: NodeJS.ProcessEnv;
	now: string;
}): DoctorLine[] {
	const { every, keep } = backupSettings(given.environment);
	const kept = listBackups(given.backups);
	const [newest] = kept;
	const [failure] = listFailures(given.backups);
	const age = newest ? Date.parse(given.now) - Date.parse(newest.at) : Infinity;
	if (failure && (!newest || failure.at > newest.at))
		return [broken('Backups', `The last one failed: ${failure.sentence}`, byHand)];
	if (!newest) return [look('Backups', 'There is none yet.', byHand)];
	const found = `The newest is ${sayAge(age)} old and verified; ${kept.length} in ${given.backups}.`;
	if (every > 0 && age > 2 * every * hour)
		return [broken('Backups', found, `One is due every ${every} hours. Is the server running? ${byHand}`)];
	if (every === 0)
		return [look('Backups', `${found} The schedule is off.`, 'Make sure that something else makes them.')];
	return [fine('Backups', `${found} One every ${every} hours, ${keep} kept.`)];
}
