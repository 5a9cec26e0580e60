/** Whether people reach Cairn over an address that nobody on the way can read. */
import { broken, fine, look, type DoctorLine } from './line.ts';

/** Addresses that only this machine itself reaches. */
function isLocal(host: string): boolean {
	return ['localhost', '::1', '[::1]'].includes(host) || host.startsWith('127.');
}

/** HOST, ORIGIN and CAIRN_PROXIES as the server would read them. */
export function lookAtAddress(environment: NodeJS.ProcessEnv): DoctorLine {
	const host = environment.HOST || 'localhost';
	const origin = environment.ORIGIN || '';
	if (origin.startsWith('https://'))
		return Number(environment.CAIRN_PROXIES) > 0
			? fine('Address', `People use ${origin}.`)
			: look(
					'Address',
					`People use ${origin}, and all seem to come from one address: who guesses at passwords could hold others up.`,
					'Set CAIRN_PROXIES to the number of servers in front, most often 1 (docs/running.md).'
				);
	const originHost = /^http:\/\/(\[[^\]]*\]|[^:/]*)/.exec(origin)?.[1] ?? 'localhost';
	if (isLocal(host) && isLocal(originHost)) return fine('Address', 'Only this machine reaches Cairn.');
	return broken(
		'Address',
		origin === ''
			? `Cairn listens on ${host}, and ORIGIN does not say which address people use.`
			: `People use ${origin}: passwords and answers can be read on the way.`,
		'Put a server for TLS in front, and set ORIGIN to its https address (docs/running.md).'
	);
}
