import type { Database } from '#lib/server/db/open.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Shown to the person and written to the log, so that the two can be brought together. */
			reference?: string;
		}
		interface Locals {
			db: Database;
		}
	}
}

export {};
