import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Release } from '#lib/benchmark/release.ts';
import type { Value } from '#lib/benchmark/value.ts';
import quantity from '../../../fixtures/scales/care-inspectorate-quantity.json' with { type: 'json' };
import evaluation from '../../../fixtures/scales/care-inspectorate-evaluation.json' with { type: 'json' };
import readiness from '../../../fixtures/scales/sds-readiness.json' with { type: 'json' };
import { parseQuantityScale } from '#lib/frameworks/scales.ts';
import { cells, comparedRelease, members } from '../../../tests/support/compared-release.ts';
import { figureColumns, figureRows, figuresCsv, releaseRows } from './compare-figures.ts';
import { gapsIn, strengthsIn } from './compare-gaps.ts';
import { shareOver } from './compare-over.ts';
import { describePicture } from './compare-picture.ts';
import { describeQuestion } from './compare-question.ts';
import { describeShare } from './compare-share.ts';
import { aboutShare, shareWords } from './compare-share-words.ts';
import { describeSteps } from './compare-steps.ts';
import type { CompareView } from './compare-view.ts';

let member: CompareView;
let national: CompareView;
let release: Release;
const own = members[0]!;

beforeAll(() => {
	const made = comparedRelease();
	release = made.release;
	const values = new Map<string, Value>(
		made.grounds.cells.flatMap(({ id, contributions }) =>
			contributions.filter(({ partnership }) => partnership === own.code).map(({ value }) => [id, value])
		)
	);
	national = {
		...{ number: 1, publishedAt: '2026-05-01T09:00:00.000Z', release, own: null, newest: true },
		...{ fuller: null, asked: null },
		scales: {
			quantity: parseQuantityScale(quantity),
			stages: readiness.howWell,
			evaluations: evaluation.steps
		}
	};
	const hrefs = new Map([[cells.risk.id, '/reviews/own/evidence/files/questions/K1']]);
	member = { ...national, own: { ...own, among: [own], values, alone: new Map(), hrefs } };
});

const released = (of: keyof typeof cells) => release.cells.find(({ cell }) => cell.id === cells[of].id)!;

describe('a question beside others', () => {
	it('shows one’s own value exactly, with a link to one’s records, and groups without it', () => {
		const { rows } = describeShare(member, released('risk'));
		expect(rows.map(({ side }) => side.mark)).toEqual(['own', 'family', 'scotland']);
		expect(rows[0]).toMatchObject({
			kOfN: '9 of 45',
			percent: '20%',
			href: '/reviews/own/evidence/files/questions/K1'
		});
		const total = released('risk').groups.scotland as {
			partnerships: number;
			positive: number;
			base: number;
		};
		expect(rows[2]!.share).toEqual({
			partnerships: total.partnerships - 1,
			positive: total.positive - 9,
			base: total.base - 45
		});
		expect(rows[2]!.kOfN).toMatch(/^about [\d,]*[05] of [\d,]*[05]$/);
		expect(rows[2]!.percent).toMatch(/^about \d+%$/);
		expect(rows[2]!.href).toBeNull();
	});

	it('begins with what was found, the term of quantity first', () => {
		expect(describeShare(member, released('risk')).message).toEqual({
			term: 'Less than half',
			rest: ' of files show that positive risk was talked over'
		});
	});

	it('calls a difference one only beyond sampling, and never where somebody’s was no sample', () => {
		expect(describeShare(member, released('risk')).remark).toMatch(
			/^Lower than .*a difference beyond sampling\.$/
		);
		const { remark, verdicts } = describeShare(member, released('trust'));
		expect(remark).toMatch(/no difference is called one/);
		expect(Object.values(verdicts).every(({ says }) => says === 'not-sampled')).toBe(true);
	});

	it('says of a group that is not there that it is not shown, and no more', () => {
		const hidden = { ...released('risk'), groups: {} };
		expect(
			describeShare(member, hidden)
				.rows.slice(1)
				.map(({ without }) => without)
		).toEqual([
			'not shown: too few partnerships, or the numbers would say too much',
			'not shown: too few partnerships, or the numbers would say too much'
		]);
	});

	it('shows the families and Scotland to somebody of no partnership, whole', () => {
		const { rows } = describeShare(national, released('risk'));
		expect(rows.map(({ side }) => side.name)).toEqual([
			'Family 1',
			'Family 2',
			'Family 3',
			'Family 4',
			'Scotland'
		]);
		expect(rows.at(-1)!.share).toEqual(released('risk').groups.scotland);
	});
});

describe('a share of a group', () => {
	const about = (positive: number, base: number) => aboutShare(member, { positive, base });

	it('is said to the nearest five and to whole per cent, since its counts are rounded', () => {
		expect(about(206, 284)).toEqual({ positive: 205, base: 285, share: 0.72 });
		expect(shareWords(member, { positive: 1206, base: 1684 }, false)).toEqual({
			kOfN: 'about 1,205 of 1,685',
			percent: 'about 72%'
		});
		expect(shareWords(member, { positive: 206, base: 284 }, true)).toEqual({
			kOfN: '206 of 284',
			percent: '72.5%'
		});
	});

	it('never crosses a cut-off of the scale by that, and is none or all only where it is', () => {
		expect(about(268, 299).share).toBe(268 / 299);
		expect(about(298, 299)).toMatchObject({ positive: 295, base: 300, share: 0.98 });
		expect(about(1, 299)).toMatchObject({ positive: 5, share: 0.02 });
		expect(about(299, 299)).toMatchObject({ positive: 300, base: 300, share: 1 });
		expect(about(0, 299)).toMatchObject({ positive: 0, share: 0 });
	});
});

describe('a funnel', () => {
	it('says that a result lies beyond what chance alone would give, and shows those who agreed to be named', () => {
		const question = describeQuestion(member, [member], { instrument: 'case-file-assessed', code: 'K1' })!;
		expect(question.funnel!.heading).toMatch(/^Partnership A is below the 99\.9% limits, beyond what chance/);
		expect(question.funnel!.named.map(({ name }) => name)).toEqual(
			['Partnership I', 'Partnership P', 'Partnership V'].slice(0, question.funnel!.named.length)
		);
		expect(question.funnel!.named.length).toBeGreaterThan(0);
	});

	it('is not drawn of what was not sampled', () => {
		const question = describeQuestion(member, [member], { instrument: 'staff-survey', code: 'S2' })!;
		expect([question.funnel, question.withoutFunnel]).toEqual([
			null,
			expect.stringContaining('not drawn at random')
		]);
	});
});

describe('over the releases', () => {
	const later = (view: CompareView, number: number, of: Partial<Release>): CompareView => ({
		...view,
		number,
		release: { ...view.release, ...of }
	});
	const next = { title: 'Next', from: '2025-04-01', to: '2026-03-31' };
	const wordsOf = (views: CompareView[], mark: string) =>
		shareOver(views, released('risk'))
			.series.find(({ side }) => side.mark === mark)!
			.points.map(({ words }) => words);
	const hidden = (...groups: string[]) => ({
		cells: release.cells.map((each) => ({
			...each,
			groups: Object.fromEntries(Object.entries(each.groups).filter(([id]) => !groups.includes(id)))
		}))
	});

	it('are periods, each told of by its newest release, in their order', () => {
		const views = [member, later(member, 2, { title: 'Anew' }), later(member, 3, next)];
		const { periods } = shareOver(views, released('risk'));
		expect(periods.map(({ number, end, days }) => [number, end, days])).toEqual([
			[2, 'Mar 2025', '1 April 2024 to 31 March 2025'],
			[3, 'Mar 2026', '1 April 2025 to 31 March 2026']
		]);
		expect(wordsOf(views, 'own')).toEqual(['9 of 45, 20%', '9 of 45, 20%']);
		const turned = [member, later(member, 2, next), later(member, 3, { title: 'Anew' })];
		expect(shareOver(turned, released('risk')).periods.map(({ number }) => number)).toEqual([3, 2]);
	});

	it('take what the newest of a period does not show from the newest that does, and say so', () => {
		const [shown] = wordsOf([member], 'scotland');
		const views = [member, later(member, 2, { title: 'Anew' }), later(member, 3, hidden('scotland'))];
		expect(wordsOf(views, 'scotland')).toEqual([`${shown} (release 2)`]);
		expect(shareOver(views, released('risk')).periods).toMatchObject([{ number: 3, older: [2] }]);
		expect(wordsOf(views, 'own')).toEqual(['9 of 45, 20%']);
		const never = [later(member, 1, hidden('scotland')), later(member, 2, hidden('scotland'))];
		expect(wordsOf(never, 'scotland')).toEqual(['not shown']);
	});

	it('leave out a period of which nothing is told', () => {
		const empty = later(member, 2, { ...next, cells: [] });
		expect(shareOver([member, empty], released('risk')).periods).toHaveLength(1);
	});
});

describe('stages beside others', () => {
	it('count the others at later, the same and earlier stages, without oneself', () => {
		const { own: step, rows, message } = describeSteps(member, released('low'));
		expect(step).toBe(0);
		const scotland = rows.find(({ side }) => side.mark === 'scotland')!;
		expect(scotland.counts!.reduce((sum, count) => sum + count, 0)).toBe(scotland.partnerships);
		expect(scotland.counts![0]).toBe(0);
		expect(message).toEqual({
			term: 'Not started',
			rest: `; of ${scotland.partnerships} others in Scotland, ${scotland.partnerships} at a later stage, 0 at the same, 0 at an earlier one`
		});
	});

	it('of a standard are added up from the components that are shown', () => {
		const components = (['low', 'even', 'high'] as const).map(released);
		const picture = describePicture(member, components)!;
		expect(picture.message).toMatchObject({ term: 'Less than half' });
		expect(picture.message.rest).toContain('components are at initial or full implementation, 1 of 3');
		const scotland = picture.rows.find(({ side }) => side.mark === 'scotland')!.picture!;
		expect(scotland.values).toBe(
			components
				.flatMap(({ groups }) => groups.scotland ?? [])
				.reduce((sum, { partnerships }) => sum + partnerships - 1, 0)
		);
	});
});

describe('questions to ask', () => {
	it('come from shares that are lower beyond sampling and stages that most have passed, the largest first', () => {
		const gaps = gapsIn(member, release.cells);
		expect(gaps.map(({ code }) => code)).toEqual(expect.arrayContaining(['K1', '8.1']));
		expect(gaps.map(({ code }) => code)).not.toContain('S2');
		expect(gaps.map(({ size }) => size)).toEqual(gaps.map(({ size }) => size).toSorted((a, b) => b - a));
	});

	it('name, in the order of the alphabet, those who agreed to it and report strength, and nobody else', () => {
		const may = new Set(released('low').named.map(({ partnership }) => partnership));
		const strengths = strengthsIn(member, released('low'));
		expect(strengths.length).toBeGreaterThan(0);
		expect(strengths.every(({ code }) => may.has(code))).toBe(true);
		expect(strengths.map(({ name }) => name)).toEqual(strengths.map(({ name }) => name).toSorted());
		expect(strengths.every(({ words }) => /^(initial|full) implementation$/.test(words))).toBe(true);
	});

	it('turn round where a low share is good', () => {
		const risk = released('risk');
		const turned = { ...risk, cell: { ...risk.cell, id: 'question:case-file-assessed/O2' } };
		const values = new Map<string, Value>([[turned.cell.id, { positive: 44, base: 45 }]]);
		const looking = { ...member, own: { ...member.own!, values } };
		expect(gapsIn(looking, [turned])[0]!.question).toMatch(/^Positive risk discussed: more often/);
		expect(strengthsIn(looking, turned)).toEqual([]);
	});

	it('are nobody’s who has no value', () => {
		expect(gapsIn(national, release.cells)).toEqual([]);
	});
});

describe('the figures as rows', () => {
	it('hold oneself, the groups that the pages show with and without oneself, and those named', () => {
		const rows = figureRows(member, [released('risk')]);
		expect(rows.filter(({ group }) => group === 'own')).toEqual([
			expect.objectContaining({ partnership: own.code, positive: 9, base: 45, share: 0.2, part: 'one' })
		]);
		const page = describeShare(member, released('risk')).rows[2]!;
		expect(rows.find(({ group, part }) => group === 'scotland' && part === 'others')).toMatchObject(
			page.share!
		);
		expect(rows.find(({ group, part }) => group === 'scotland' && part === 'all')).toMatchObject(
			released('risk').groups.scotland!
		);
		expect(new Set(rows.map(({ group }) => group)).size).toBeLessThanOrEqual(4);
	});

	it('name nobody but oneself and those who agreed', () => {
		const agreed = new Set(
			release.cells.flatMap(({ cell, named }) => named.map(({ partnership }) => `${cell.id} ${partnership}`))
		);
		const named = releaseRows(member).filter(
			({ partnership }) => partnership !== null && partnership !== own.code
		);
		expect(named.length).toBeGreaterThan(0);
		expect(named.every(({ cell, partnership }) => agreed.has(`${cell} ${partnership}`))).toBe(true);
	});

	it('are a file that spreadsheets read, in which nothing runs as a formula', () => {
		const odd = { ...released('risk'), cell: { ...released('risk').cell, title: '=cmd()' } };
		const text = figuresCsv(figureRows(member, [odd]));
		expect(text.startsWith('\ufeffrelease,published,')).toBe(true);
		const { data, meta } = Papa.parse<Record<string, string>>(text.slice(1), {
			header: true,
			skipEmptyLines: true
		});
		expect(meta.fields).toEqual([...figureColumns]);
		expect(new Set(data.map(({ title }) => title))).toEqual(new Set(["'=cmd()"]));
	});
});
