import type { Actor } from '#lib/server/access/actor.ts';
import type { Database } from '#lib/server/db/open.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Shown to the person and written to the log, so that the two can be brought together. */
			reference?: string;
			/** It came for a link that was handed over once, and is good no longer or never was. */
			linkOver?: true;
			/** The name in the address that is not there, and the names that could stand in its place. */
			instead?: { of: string; known: readonly string[] };
		}
		interface Locals {
			db: Database;
			/** Who is behind the request. */
			actor: Actor;
			/** When it came, ISO 8601, UTC. */
			at: string;
		}
	}
}

export {};
