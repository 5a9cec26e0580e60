/** Tells the trail that a sign-in was refused: at which step and, where there is such an account, whose. */
import { cairn } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { change } from './change.ts';

export type RefusedStep = 'password' | 'code' | 'recovery-code' | 'provider' | 'set-up';

/** `person`: id, or null when no account has this address. */
export function noteRefusedSignIn(db: Database, at: string, step: RefusedStep, person: string | null): void {
	change(db, { actor: cairn, at }, { action: 'look-after-installation', of: () => installation }, (note) =>
		note({ verb: 'sign-in-refused', subject: person, facts: { step } })
	);
}
