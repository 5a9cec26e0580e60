/**
 * A review that has only begun, as a bundle: every kind of question and few answers, codes and references with signs
 * that mean something in an address, a source without an answer, themes without a finding. All of it is invented.
 */

/** A code and a reference as an analyst may well write them. */
export const awkwardCode = 'A 2/b?';
export const awkwardReference = 'I/7 & 8?#%';

export const halfBegunReview = {
	format: 'cairn-review',
	version: 1,
	review: {
		id: 'isle-2025',
		kind: 'self-evaluation',
		title: 'Self-directed support on the isle',
		partnership: 'S37000022',
		from: '2025-01-01',
		to: '2025-06-30',
		frameworks: ['thematic-review@2019', 'sds-standards@2021'],
		quantityScale: 'care-inspectorate-quantity@2019',
		evaluationScale: 'care-inspectorate-evaluation@six-point'
	},
	instruments: [
		{
			id: 'isle-files',
			edition: '1',
			title: 'Case files',
			unit: { one: 'file', many: 'files' },
			frameworks: ['thematic-review@2019', 'sds-standards@2021'],
			questions: [
				{
					code: 'A1',
					wording: 'Was advocacy offered?',
					label: 'Advocacy offered',
					message: 'files show that advocacy was offered',
					type: 'yes-partly-no',
					positive: ['yes'],
					elements: ['T2', '1.1'],
					group: 'First',
					asksAboutRecording: true
				},
				{
					code: awkwardCode,
					wording: 'Which option is in use?',
					type: 'single-choice',
					positive: ['option 2', 'option 4'],
					options: ['option 1', 'option 2', 'option 3', 'option 4'],
					elements: ['T4'],
					group: 'First'
				},
				{
					code: 'A3',
					wording: 'Who took part?',
					type: 'multiple-choice',
					positive: ['advocate'],
					options: ['family', 'advocate', 'neighbour'],
					group: 'Second'
				},
				{ code: 'A4', wording: 'When was it agreed?', type: 'date', positive: [], group: 'Second' },
				{ code: 'A5', wording: 'What else?', type: 'text', positive: [], group: 'Second' },
				{
					code: 'A6',
					wording: 'How easy was it?',
					type: 'scale',
					positive: [4, 5],
					scale: { from: 1, to: 5, fromLabel: 'hard', toLabel: 'easy' },
					group: 'First'
				},
				{ code: 'A7', wording: 'Was a review held?', type: 'yes-no', positive: ['yes'], group: 'Second' }
			]
		}
	],
	sources: [
		{
			id: 'files',
			kind: 'case-file-reading',
			title: 'Case files',
			instrument: 'isle-files@1',
			sample: { design: 'random', frameSize: 40, howDrawn: 'Drawn at random.' },
			heardFrom: 'People assessed in 2024',
			records: [
				{
					reference: awkwardReference,
					strata: { locality: '=North & South' },
					answers: {
						A1: 'yes',
						[awkwardCode]: 'option 2',
						A3: 'family; advocate',
						A4: '2025-02-03',
						A5: '=HYPERLINK("there")',
						A6: '5',
						A7: 'not applicable'
					}
				},
				{
					reference: 'I-2',
					strata: { locality: 'West' },
					answers: {
						A1: 'partly',
						[awkwardCode]: 'option 4',
						A3: 'family',
						A4: '2025-05-30',
						A7: 'not applicable'
					}
				},
				{
					reference: 'I-3',
					strata: { locality: 'West' },
					answers: { A1: 'not recorded', [awkwardCode]: 'option 1', A4: 'not recorded', A7: 'not applicable' }
				},
				{ reference: 'I-4', answers: { A1: 'yes' } }
			]
		},
		{
			id: 'second-reading',
			kind: 'case-file-reading',
			title: 'A second reading',
			instrument: 'isle-files@1',
			sample: { design: 'random', howDrawn: 'To be drawn.' },
			heardFrom: 'People assessed in 2025'
		},
		{
			id: 'visit',
			kind: 'observation',
			title: 'A visit',
			sample: { design: 'purposive', howDrawn: 'By invitation.' },
			heardFrom: 'A day centre'
		}
	],
	findings: [
		{
			id: 'advocacy',
			element: 'T2',
			direction: 'strength',
			heading: 'Advocacy',
			text: 'Half of the files show that advocacy was offered (2 of 4).',
			links: [{ source: 'files', question: 'A1' }]
		}
	]
};
