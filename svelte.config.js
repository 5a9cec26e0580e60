import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ out: 'build' }),
		// The pure rooms are imported as `#lib/…` (package.json "imports"), so that the
		// command line runs them in plain Node without a build.
		typescript: {
			config: (config) => ({
				...config,
				include: [...config.include, '../tests/**/*.ts', '../*.ts', '../src/**/*.ts']
			})
		}
	}
};
