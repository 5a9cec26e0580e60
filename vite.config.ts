import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { routePolicies } from './scripts/policies-plugin.ts';

// `npm run test:long` is vitest in the mode `long`: tests/support/long.ts has the counts.
// They end what hangs, and measure nothing: a machine may be slow.
const patience = (milliseconds: number, mode: string) => (mode === 'long' ? milliseconds * 10 : milliseconds);

export default defineConfig(({ mode }) => ({
	plugins: [routePolicies(), sveltekit()],
	// It names Svelte among what it can work with, and would be taken for a Svelte package and built in.
	ssr: { external: ['better-auth'] },
	test: {
		expect: { requireAssertions: true, poll: { timeout: 30_000 } },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts'],
					environment: 'node',
					testTimeout: patience(30_000, mode),
					hookTimeout: patience(30_000, mode)
				}
			},
			{
				extends: true,
				test: {
					name: 'contracts',
					include: ['tests/contracts/**/*.test.ts'],
					environment: 'node',
					testTimeout: patience(120_000, mode),
					hookTimeout: patience(120_000, mode)
				}
			},
			{
				extends: true,
				test: {
					name: 'journeys',
					include: ['tests/journeys/**/*.test.ts'],
					environment: 'node',
					testTimeout: patience(240_000, mode),
					hookTimeout: patience(240_000, mode),
					// Each has a server and a browser of its own, and mostly waits for them.
					maxWorkers: 2
				}
			}
		]
	}
}));
