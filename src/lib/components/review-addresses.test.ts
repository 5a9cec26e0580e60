import { expect, test } from 'vitest';
import {
	answersAddress,
	elementAddress,
	inPlaceOf,
	questionAddress,
	recordAddress
} from './review-addresses.ts';

test('codes and references keep their signs in an address', () => {
	expect(questionAddress('isle', 'files', 'A 2/b?')).toBe(
		'/reviews/isle/evidence/files/questions/A%202%2Fb%3F'
	);
	expect(recordAddress('isle', 'files', 'I/7 & 8?#%')).toBe(
		'/reviews/isle/evidence/files/records/I%2F7%20%26%208%3F%23%25'
	);
});

test('records are asked for by answer, by stratum and by page', () => {
	const within = { column: 'care group', stratum: 'Older people' };
	expect(answersAddress('isle', 'files', 'A1', { answer: 'yes', within, page: 2 })).toBe(
		'/reviews/isle/evidence/files/questions/A1?answer=yes&by=care%20group&in=Older%20people&page=2#records'
	);
	expect(answersAddress('isle', 'files', 'A1', {})).toBe('/reviews/isle/evidence/files/questions/A1#records');
});

test('an element leads to the page that shows it: a theme, a component under its standard, a change', () => {
	const element = (framework: string, code: string, top: string) => ({
		framework,
		of: '',
		code,
		text: '',
		top
	});
	const address = (...of: [string, string, string]) => elementAddress('isle', element(...of), ['T2']);
	expect(address('thematic-review', 'T2', 'T2')).toBe('/reviews/isle/judgements/T2');
	expect(address('sds-standards', '8.3', '8')).toBe('/standards/8#8.3');
	expect(address('sds-standards', '8', '8')).toBe('/standards/8');
	expect(address('sds-change-map', 'P4', 'P')).toBe('/change-map/P4');
	expect(address('checklists', 'B1', 'B')).toBeNull();
});

test('a name that is not there is replaced by one that is, and what follows it is left out', () => {
	expect(inPlaceOf('/reviews/isle/evidence/nothing/questions/A1', 'nothing', 'files')).toBe(
		'/reviews/isle/evidence/files'
	);
	expect(inPlaceOf('/reviews/isle/evidence/files/questions/Z9', 'Z9', 'A 2/b?')).toBe(
		'/reviews/isle/evidence/files/questions/A%202%2Fb%3F'
	);
	expect(inPlaceOf('/reviews/isle', 'elsewhere', 'files')).toBeNull();
});
