/**
 * The rooms of the house (docs/architecture.md). A numbered room imports only lower numbers; none of them
 * reaches the outside; components may use the pure rooms; routes and the command line use everything.
 */
const rooms = [
	'frameworks',
	'evidence',
	'measures',
	'judgement',
	'improvement',
	'reports',
	'benchmark',
	'practice',
	'pages'
];
const room = (name) => `^src/lib/${name}/`;

const onlyLower = rooms.slice(0, -1).map((name, index) => ({
	name: `${name}-imports-only-lower-rooms`,
	severity: 'error',
	from: { path: room(name), pathNot: '\\.test\\.ts$' },
	to: { path: rooms.slice(index + 1).map(room) }
}));

module.exports = {
	forbidden: [
		...onlyLower,
		{
			name: 'pure-rooms-stay-pure',
			comment:
				'No server, components, routes, SvelteKit, Svelte, Drizzle or Node built-ins in the numbered rooms.',
			severity: 'error',
			from: { path: rooms.map(room), pathNot: '\\.test\\.ts$' },
			to: {
				path: [
					'^src/lib/server/',
					'^src/lib/components/',
					'^src/routes/',
					'^src/cli/',
					'node_modules/svelte/',
					'^svelte',
					'^\\$app',
					'node_modules/drizzle-orm/',
					'node_modules/better-sqlite3/'
				]
			}
		},
		{
			name: 'pure-rooms-use-no-node-built-ins',
			severity: 'error',
			from: { path: rooms.map(room), pathNot: '\\.test\\.ts$' },
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'components-import-no-server',
			severity: 'error',
			from: { path: '^src/lib/components/' },
			to: { path: ['^src/lib/server/', '^src/cli/'] }
		},
		{
			name: 'server-imports-no-pages',
			severity: 'error',
			from: { path: '^src/lib/server/' },
			to: { path: ['^src/routes/', '^src/lib/components/', '^src/cli/'] }
		},
		{
			name: 'sql-stays-in-queries-and-commands',
			comment: 'Only the database room, queries and commands touch Drizzle and better-sqlite3.',
			severity: 'error',
			from: {
				path: '^src/',
				pathNot: ['^src/lib/server/(db|queries|commands)/', '\\.test\\.ts$']
			},
			to: { path: ['node_modules/drizzle-orm/', 'node_modules/better-sqlite3/'] }
		},
		{ name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
		{
			name: 'no-unresolvable',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: ['^\\$app', '^\\./\\$types', '^\\$env'] }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'svelte']
		}
	}
};
