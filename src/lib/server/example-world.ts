/**
 * The organisations of the example world that people of it belong to, apart from all others. The other partnerships of
 * that world are in fixtures/example-world/places.ts.
 */
import { examplePlaces } from '../../../fixtures/example-world/places.ts';

/** As it is there, by its name. */
function placeNamed(name: string) {
	const { id, code } = examplePlaces.find((place) => place.name === name)!;
	return { id, kind: 'partnership', name, partnership: code } as const;
}

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
	/** Where somebody of the Community of Practice is from. */
	member: placeNamed('Strathgarnock'),
	/** Whose lead decides on what it shares. */
	sharing: placeNamed('Glenmavick'),
	nationalBody: {
		id: 'example-national-body',
		kind: 'national-body',
		name: 'Example national body',
		partnership: null
	}
} as const;
