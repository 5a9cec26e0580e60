/** Two tenants at a served Cairn, with everybody signed in and the matrix ready to be asked. */
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { makeMatrix, type Matrix, type Somebody } from './access-matrix.ts';
import { sessionCookie } from './people.ts';
import { serveCairn } from './served.ts';
import { finishTwoTenants, seedTwoTenants, type TwoTenants } from './two-tenants.ts';

export type ServedTenants = {
	/** Of the data. */
	folder: string;
	db: Database;
	world: TwoTenants;
	/** Everybody of the world, and a visitor. */
	people: Somebody[];
	matrix: Matrix;
	/** Everything that the server has written to its outputs. */
	said: () => string;
	stop: () => Promise<void>;
};

/** `root`: the folder of another build than this one. */
export async function serveTenants(
	environment: Record<string, string> = {},
	root?: string
): Promise<ServedTenants> {
	const served = await serveCairn({ CAIRN_LOG: 'trace', ...environment }, root);
	const db = openDatabase(served.folder);
	const world = seedTwoTenants(db);
	const people: Somebody[] = world.people.map(({ id, name }) => ({
		id,
		name,
		cookie: sessionCookie(served.folder, id)
	}));
	people.push({ id: 'nobody', name: 'a visitor', cookie: null });
	finishTwoTenants(db, world);
	const matrix = makeMatrix(served.address, db.$client, world);
	const stop = async () => {
		matrix.close();
		db.$client.close();
		await served.stop();
	};
	return { folder: served.folder, db, world, people, matrix, said: served.said, stop };
}
