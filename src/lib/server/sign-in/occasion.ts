/**
 * What a call to better-auth is about: it writes through `commands/keep-sign-in.ts`, which tells the trail why. Carried
 * along the call, however many steps it takes.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** How somebody signed in. */
export type How = 'password' | 'code' | 'recovery-code' | 'provider' | 'set-up' | 'invitation' | 'demo';

export type Occasion = {
	/** ISO 8601, UTC. */
	at: string;
	/** How somebody signs in, or `renewal` when they change how they sign in: their session goes on under a new token. */
	how: How | 'renewal';
	/** Id of who is signed in already and connects a provider. */
	signedInAs?: string | null;
	/** The token that a renewal replaces. */
	replaces?: string;
};

const storage = new AsyncLocalStorage<Occasion>();

/** Runs a call to better-auth as part of an occasion. */
export const onOccasion = <Result>(occasion: Occasion, call: () => Promise<Result>): Promise<Result> =>
	storage.run(occasion, call);

/** The occasion of what runs now. Throws when there is none: such a write would have no event. */
export function presentOccasion(): Occasion {
	const occasion = storage.getStore();
	if (!occasion) throw new Error('A change of how somebody signs in has no occasion');
	return occasion;
}
