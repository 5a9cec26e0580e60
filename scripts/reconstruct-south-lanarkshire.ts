/**
 * Writes the answers files of the worked example from its table of counts, and the table of published figures into
 * its README. The same table gives the same bytes: `node scripts/reconstruct-south-lanarkshire.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answersFile } from './reconstruction/answers.ts';
import { withFiguresTable, type Figure } from './reconstruction/figures.ts';
import type { Plan } from './reconstruction/plan.ts';

const root = new URL('../fixtures/', import.meta.url);
const sample = new URL('samples/south-lanarkshire-2018/', root);

const readText = (file: URL) => readFileSync(file, 'utf8');
const readJson = (file: URL): unknown => JSON.parse(readText(file));

/** File name → text, for every file of the example that is made and not written by hand. */
export function reconstructSouthLanarkshire(): Map<string, string> {
	const plan = readJson(new URL('counts.json', sample)) as Plan;
	const figures = readJson(new URL('figures.json', sample)) as Figure[];
	const files = new Map<string, string>();
	for (const [source, sourcePlan] of Object.entries(plan)) {
		const [id, edition] = sourcePlan.instrument.split('@');
		const instrument = readJson(new URL(`instruments/${id}/${edition}.json`, root)) as {
			questions: { code: string }[];
		};
		const codes = instrument.questions.map(({ code }) => code);
		files.set(`${source}.csv`, answersFile(source, sourcePlan, codes));
	}
	files.set('README.md', withFiguresTable(readText(new URL('README.md', sample)), figures));
	return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	for (const [name, text] of reconstructSouthLanarkshire()) writeFileSync(new URL(name, sample), text);
