import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'data/', 'node_modules/', 'coverage/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			// TypeScript knows every name; the rule only misreads types.
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			// Taking a key out of an object by name is how the rest of it is got.
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
			'svelte/no-navigation-without-resolve': 'off',
			// The content policy refuses styles in the markup; sizes are attributes of drawings, or classes.
			'svelte/no-inline-styles': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	{
		files: ['src/lib/**/*.ts'],
		ignores: ['src/lib/server/**', 'src/lib/**/*.test.ts'],
		rules: {
			// The core is pure: time and randomness are arguments.
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Pass the time in.' },
				{ object: 'Math', property: 'random', message: 'Pass randomness in.' }
			],
			'no-restricted-globals': ['error', 'process', 'fetch', 'localStorage', 'sessionStorage']
		}
	}
);
