import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	// SvelteKit's own root announces pages from an element with a style attribute, which the content policy refuses;
	// app.css styles it instead.
	preprocess: {
		markup: ({ content, filename }) =>
			filename?.endsWith('generated/root.svelte')
				? { code: content.replace(/(<div id="svelte-announcer"[^>]*?) style="[^"]*"/, '$1') }
				: undefined
	},
	kit: {
		adapter: adapter({ out: 'build' }),
		// Pages are also made in the place of others, at addresses of another depth.
		paths: { relative: false },
		// Nothing is allowed but what is named. Each page's start-up script carries a number used once
		// (docs/decisions/0008-a-content-policy-without-exceptions.md); web-headers.ts adds where forms may lead.
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'base-uri': ['none'],
				'object-src': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'cairn-own-markup']
			}
		},
		// web-requests.ts asks where a request comes from, whatever it carries, and answers with a page.
		csrf: { trustedOrigins: ['*'] },
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
