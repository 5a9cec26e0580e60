/** The example world and the real one are never shown together: which of them somebody is in. */
import type { Actor } from '../access/actor.ts';

export type World = 'example' | 'real';

/** That of the example for its invented people and for who looks round while nobody has an account; else the real one. */
export function worldOf(actor: Actor): World {
	if (actor.kind === 'visitor') return 'example';
	return actor.kind === 'person' && actor.demo ? 'example' : 'real';
}
