import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { review as isle, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { groupsFound, type ShownCount } from '../../../../tests/support/strata-attacker.ts';
import {
	addSurveyedReview,
	smallTeam,
	staffWords,
	surveyed,
	teams
} from '../../../../tests/support/surveyed-review.ts';
import { loadMatrix } from './matrix.ts';
import { loadReportInput } from './report-input.ts';
import {
	loadQuestionPage,
	loadRecordPage,
	loadResultsCsv,
	loadResultsWorkbook,
	loadSourcePage
} from './source-pages.ts';

let world: ReviewWorld;
beforeAll(() => {
	world = reviewWorld();
	addSurveyedReview(world.db);
});

const sourcePage = (asked: { by?: string; where?: string }, source = 'staff') =>
	loadSourcePage(world.db, world.actor('magnus'), surveyed, source, { by: null, order: 'asked', ...asked });
const questionPage = (asked: object = {}, source = 'staff', code = 'S1') =>
	loadQuestionPage(world.db, world.actor('magnus'), surveyed, source, code, {
		answer: null,
		within: null,
		page: 1,
		...asked
	});
const csvLines = (asked: object = {}) =>
	Papa.parse<Record<string, string>>(
		loadResultsCsv(world.db, surveyed, 'staff', { by: null, ...asked }).text.slice(1),
		{ header: true, skipEmptyLines: true }
	).data;
const hiddenIn = (page: ReturnType<typeof sourcePage>) =>
	page.groups[0]!.results[0]!.strata.filter(({ strip }) => strip === null).map(({ stratum }) => stratum);

describe('a team of three in a staff survey', () => {
	test('is named without a number, and so is the team that would give it away', () => {
		expect(hiddenIn(sourcePage({ by: 'team' }))).toEqual(['Team North One', smallTeam]);
		expect(hiddenIn(sourcePage({ by: 'locality' }))).toEqual([]);
		const [, byTeam] = questionPage().columns;
		expect(byTeam?.strata.filter(({ kOfN }) => kOfN === '').map(({ stratum }) => stratum)).toEqual([
			'Team North One',
			smallTeam
		]);
		for (const { term } of byTeam!.strata.slice(0, 2)) expect(term).toContain('fewer than 5 answered');
	});

	test('cannot be asked for alone, nor can the other one', () => {
		for (const team of ['Team North One', smallTeam]) {
			const { filter, groups } = sourcePage({ where: `team:${team}` });
			expect([filter.where, filter.refused]).toEqual([null, expect.stringContaining('not shown by itself')]);
			expect(groups[0]!.results[0]!.base).toBe(27);
			expect(filter.choices.flatMap(({ strata }) => strata.map(({ name }) => name))).not.toContain(team);
			expect(questionPage({ where: `team:${team}` }).result.base).toBe(27);
			expect(new Set(csvLines({ where: `team:${team}` }).map(({ Stratum }) => Stratum))).toContain('all');
		}
	});

	test('cannot be worked out from anything in the file to download', () => {
		const lines = csvLines();
		const names = Object.keys(teams);
		const counts = Object.values(teams);
		const atomsOf = (column: string, stratum: string) =>
			names.flatMap((team, atom) =>
				(column === 'team' ? team === stratum : column === 'locality' ? team.includes(stratum) : true)
					? [atom]
					: []
			);
		const shown = lines
			.filter(({ Question, Base }) => Question === 'S1' && Base !== '')
			.map(({ Column, Stratum }): ShownCount => new Set(atomsOf(Column!, Stratum!)));
		expect(shown.some((atoms) => atoms.size === 1)).toBe(true);
		expect(groupsFound(counts, shown)).toEqual([]);
		const hidden = lines.filter((line) => line.Question === 'S1' && line['Not shown'] !== '');
		expect(new Set(hidden.map(({ Stratum }) => Stratum))).toEqual(new Set(['Team North One', smallTeam]));
		expect(hidden.every(({ Count, Records, Base }) => `${Count}${Records}${Base}` === '')).toBe(true);
	});

	test('is not shown in the workbook either', () => {
		const { sheets } = loadResultsWorkbook(world.db, surveyed, 'staff', { by: 'team' });
		const ofTeam = sheets[0]!.lines.filter((line) => line.includes(smallTeam));
		expect(ofTeam).toHaveLength(3);
		for (const line of ofTeam) expect(line.some((cell) => typeof cell === 'number')).toBe(false);
	});

	test('is not found again in the lists of records, whatever is asked for', () => {
		for (const asked of [
			{},
			{ within: { column: 'team', stratum: smallTeam } },
			{ where: 'locality:North' }
		]) {
			const { answered } = questionPage(asked);
			expect([answered!.all, answered!.columns, answered!.within]).toEqual([27, [], null]);
		}
		expect(loadRecordPage(world.db, world.actor('magnus'), surveyed, 'staff', 'W-8').strata).toEqual([]);
	});

	test('reaches neither the report nor the matrix', () => {
		expect(JSON.stringify(loadMatrix(world.db, surveyed))).not.toContain(smallTeam);
		const { measures } = loadReportInput(world.db, surveyed, '2026-06-30');
		expect(JSON.stringify([...measures])).not.toContain(smallTeam);
	});
});

describe('one group of a survey that is large enough', () => {
	test('is shown with its base, and is not split further', () => {
		const { filter, columns, by, groups } = sourcePage({ where: 'locality:North', by: 'team' });
		expect([filter.among, columns, by]).toEqual(['among the 10 responses where locality is North', [], null]);
		expect(groups[0]!.results[0]!.parts.kOfN).toBe('2 of 10');
		expect(groups[0]!.results[0]!.listed).toEqual({ all: false, byStratum: false });
	});

	test('does not show what was written in it, which stands with its record', () => {
		expect(JSON.stringify(sourcePage({}))).toContain(staffWords);
		const narrowed = sourcePage({ where: 'locality:North' });
		expect(JSON.stringify(narrowed)).not.toContain(staffWords);
		expect(narrowed.withheld).toContain('only for all answers together');
	});
});

describe('case files', () => {
	test('are all shown by stratum: their references are pseudonyms, and who reads them knows them', () => {
		const page = loadQuestionPage(world.db, world.actor('magnus'), isle, 'files', 'A1', {
			answer: null,
			within: null,
			page: 1
		});
		expect(page.columns[0]!.strata.every(({ strip }) => strip !== null)).toBe(true);
	});

	test('can be filtered by one group and split by another, down to the records', () => {
		const { filter, columns, groups } = sourcePage({ where: 'locality:North', by: 'care group' }, 'files');
		expect([filter.among, columns]).toEqual(['among the 23 files where locality is North', ['care group']]);
		const [f1] = groups[0]!.results;
		expect([f1!.parts.kOfN, f1!.among]).toEqual(['20 of 23', filter.among]);
		expect(f1!.strata.map(({ strip }) => strip!.base).reduce((sum, base) => sum + base)).toBe(23);
		expect(f1!.sure.rest).toContain('95% interval');
		const { answered } = questionPage({ where: 'locality:North', answer: 'yes' }, 'files', 'F1');
		expect([answered!.all, answered!.count]).toEqual([23, 20]);
	});

	test('say how far the reading is while it goes on', () => {
		expect(sourcePage({}, 'files').reading).toMatch(/^37 of 60 files read so far\./);
		expect(sourcePage({}).reading).toBeNull();
	});

	test('say so when there is no such group', () => {
		const { filter } = sourcePage({ where: 'locality:Atlantis' }, 'files');
		expect(filter.refused).toContain('There is no group “locality:Atlantis”');
	});
});
