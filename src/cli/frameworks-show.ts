/** Shows one framework edition with its elements. */
import { findDocument } from '#lib/server/queries/documents.ts';
import type { Command } from './command.ts';

export const command: Command = {
	usage: 'frameworks show <id> [--edition E] [--json]',
	summary: 'Shows a framework edition with every element and where it stands in its source.',
	help: `Without --edition: the newest.
With --json: {id, edition, title, source, publisher, licence, elements: [{code, kind, title, text, parent,
source: {document, lines: [from, to]}}]}. The document is the three-digit number of a source document.`,
	options: { edition: { type: 'string' } },
	positionals: ['<id>'],
	run({ options, positionals: [id], openCairn, print }) {
		const reference = options.edition === undefined ? id! : `${id}@${options.edition}`;
		const framework = findDocument(openCairn(), 'framework', reference);
		if (options.json) return print(JSON.stringify(framework, null, '\t'));
		print(`${framework.title}, edition ${framework.edition}`);
		print(`${framework.publisher}. ${framework.licence.statement}`);
		for (const { code, kind, title, text, source } of framework.elements)
			print(
				`\n${code}  ${title}  (${kind}, document ${source.document}, lines ${source.lines.join('–')})\n${text}`
			);
	}
};
