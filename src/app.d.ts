import type { Database } from '#lib/server/db/open.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Shown to the person and written to the log, so that the two can be brought together. */
			reference?: string;
			/** The name in the address that is not there, and the names that could stand in its place. */
			instead?: { of: string; known: readonly string[] };
		}
		interface Locals {
			db: Database;
		}
	}
}

export {};
