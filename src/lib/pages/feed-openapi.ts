/** The description of the feed for machines: OpenAPI 3.1. Tests hold real answers against it. */
import { feedColumns, type ColumnType } from './feed-columns.ts';

const jsonType: Record<ColumnType, string> = { text: 'string', 'whole number': 'integer', number: 'number' };

const rowSchema = {
	type: 'object',
	description: 'One cell of one release, of one group or partnership; of steps, one step of it.',
	additionalProperties: false,
	required: feedColumns.map(({ name }) => name),
	properties: Object.fromEntries(
		feedColumns.map(({ name, type, empty, words }) => [
			name,
			{ type: empty ? [jsonType[type], 'null'] : jsonType[type], description: words }
		])
	)
} as const;

const releaseParameter = {
	name: 'release',
	in: 'query',
	required: false,
	description: 'Number of one release; without it, all of them.',
	schema: { type: 'integer', minimum: 1 }
} as const;

const refusals = {
	'401': {
		description: 'No key, or one that opens nothing.',
		headers: { 'WWW-Authenticate': { schema: { type: 'string' } } }
	},
	'404': { description: 'There is no such release.' },
	'429': {
		description: 'Too many wrong keys from this address; wait as long as Retry-After says, in seconds.'
	}
} as const;

/** `server`: where this installation is reached, without a slash at its end. */
export const feedDescription = (server: string) =>
	({
		openapi: '3.1.0',
		info: {
			title: 'Cairn: comparison feed',
			version: '1',
			description:
				'What the pages under /compare show to the person of the key, as tidy rows. Columns keep their names and meaning; new ones come at the end.'
		},
		servers: [{ url: server }],
		security: [{ bearer: [] }, { basic: [] }],
		paths: {
			'/feed/comparison.csv': {
				get: {
					operationId: 'comparisonCsv',
					summary:
						'The comparison as CSV: UTF-8 with a byte-order mark, commas, a first line of column names.',
					parameters: [releaseParameter],
					responses: {
						'200': { description: 'The rows.', content: { 'text/csv': { schema: { type: 'string' } } } },
						...refusals
					}
				}
			},
			'/feed/comparison.json': {
				get: {
					operationId: 'comparisonJson',
					summary: 'The comparison as JSON.',
					parameters: [releaseParameter],
					responses: {
						'200': {
							description: 'The rows.',
							content: { 'application/json': { schema: { $ref: '#/components/schemas/Comparison' } } }
						},
						...refusals
					}
				}
			}
		},
		components: {
			securitySchemes: {
				bearer: {
					type: 'http',
					scheme: 'bearer',
					description: 'A key made under Account, Keys for the feed.'
				},
				basic: { type: 'http', scheme: 'basic', description: 'Any name, and the key as the password.' }
			},
			schemas: {
				Row: rowSchema,
				Comparison: {
					type: 'object',
					additionalProperties: false,
					required: ['format', 'version', 'rows'],
					properties: {
						format: { const: 'cairn-comparison' },
						version: { const: 1 },
						rows: { type: 'array', items: { $ref: '#/components/schemas/Row' } }
					}
				}
			}
		}
	}) as const;
