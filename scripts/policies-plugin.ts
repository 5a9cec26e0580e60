/** Stops a build where a route has no policy; while developing it says so and goes on (the guard answers 404 there). */
import type { Plugin } from 'vite';
import { policies } from '../src/lib/server/access/policies.ts';
import { comparePolicies, readRoutes } from './route-policies.ts';

export function routePolicies(): Plugin {
	let building = false;
	let root = '.';
	return {
		name: 'cairn-route-policies',
		configResolved(config) {
			building = config.command === 'build';
			root = config.root;
		},
		buildStart() {
			// Tests have a test of their own for this.
			if (process.env.VITEST) return;
			const found = comparePolicies(readRoutes(root), policies);
			if (found.length === 0) return;
			const message = `Routes and policies differ:\n${found.map((sentence) => `  - ${sentence}`).join('\n')}`;
			if (building) this.error(message);
			else this.warn(message);
		}
	};
}
