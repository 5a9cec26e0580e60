/** The database and the trail in it, as they lie on the disk. */
import { knownSchema } from '../db/migrate.ts';
import type { Database } from '../db/open.ts';
import { connectionSettings, examineDatabase } from '../db/soundness.ts';
import { isUnclaimed } from '../queries/actors.ts';
import { verifyTrail } from '../queries/verify-trail.ts';
import { broken, fine, look, type DoctorLine } from './line.ts';

const restore = 'Stop Cairn, copy the data folder away, and restore the newest backup.';

/** Pages and keys, schema, how writes reach the disk, the trail, and the demonstration sign-in. */
export function lookAtDatabase(db: Database, environment: NodeJS.ProcessEnv): DoctorLine[] {
	const { faults, orphans, schema, rows } = examineDatabase(db, { thorough: false });
	const total = Object.values(rows).reduce((sum, each) => sum + each, 0);
	const known = knownSchema();
	return [
		faults.length > 0
			? broken('Database', `It is damaged: ${faults[0]}.`, restore)
			: fine('Database', `Its pages are sound; ${total} rows.`),
		orphans > 0
			? broken('Foreign keys', `${orphans} rows have lost what they belong to.`, restore)
			: fine('Foreign keys', 'Every row has what it belongs to.'),
		lookAtSchema(schema, known),
		lookAtDurability(db),
		lookAtTrail(db),
		...(schema === known ? [lookAtDemonstration(db, environment)] : [])
	];
}

function lookAtSchema(schema: number, known: number): DoctorLine {
	if (schema > known)
		return broken(
			'Schema',
			`It is ${schema}; this Cairn knows ${known}.`,
			'Update Cairn to the one that made it.'
		);
	if (schema < known)
		return look(
			'Schema',
			`It is ${schema}; this Cairn brings it to ${known} at its next start.`,
			'Make a backup before you start.'
		);
	return fine('Schema', `It is ${schema}, the newest.`);
}

function lookAtDurability(db: Database): DoctorLine {
	const { journal, synchronous, foreignKeys } = connectionSettings(db);
	if (journal === 'wal' && synchronous === 2 && foreignKeys)
		return fine('Writing', 'Each change is on the disk before it is confirmed (WAL, FULL).');
	return broken(
		'Writing',
		`The log is ${journal}, writing through ${synchronous}, foreign keys ${foreignKeys ? 'on' : 'off'}.`,
		'Keep the data folder on a disk of this machine: a network folder cannot do what Cairn needs.'
	);
}

function lookAtTrail(db: Database): DoctorLine {
	const { events, faults } = verifyTrail(db);
	if (faults.length === 0) return fine('Trail', `Its ${events} events are as they were written.`);
	return broken(
		'Trail',
		`${faults[0]} ${faults.length > 1 ? `And ${faults.length - 1} more.` : ''}`.trim(),
		'Run “npm run --silent cairn -- audit verify”, keep the data folder as it is, and find out who had access to it.'
	);
}

function lookAtDemonstration(db: Database, environment: NodeJS.ProcessEnv): DoctorLine {
	if (environment.CAIRN_DEMO !== '1') return fine('Demonstration', 'Signing in by one press is off.');
	if (isUnclaimed(db))
		return fine('Demonstration', 'Signing in by one press is on, and nobody has an account.');
	return broken(
		'Demonstration',
		'Signing in by one press is on while people have accounts here.',
		'Start Cairn without CAIRN_DEMO; keep demonstrations on a data folder of their own.'
	);
}
