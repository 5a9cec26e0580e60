/** The organisations of the example world, apart from all others: an invented inspectorate and an invented partnership. */
export const exampleOrganisations = {
	inspectorate: {
		id: 'example-inspectorate',
		kind: 'scrutiny-body',
		name: 'Example inspectorate',
		partnership: null
	},
	partnership: {
		id: 'example-partnership',
		kind: 'partnership',
		name: 'Example partnership',
		partnership: 'S37000028'
	},
	nationalBody: {
		id: 'example-national-body',
		kind: 'national-body',
		name: 'Example national body',
		partnership: null
	}
} as const;
