/** Everything the product knows beforehand: what good looks like, how it is asked, and the scales it is said in. */
import type { Database } from '../db/open.ts';
import type { DocumentOf } from '../documents.ts';
import { listDocuments } from './documents.ts';

export type Library = {
	frameworks: DocumentOf['framework'][];
	crosswalks: DocumentOf['crosswalk'][];
	instruments: DocumentOf['instrument'][];
	quantityScales: DocumentOf['quantity-scale'][];
	evaluationScales: DocumentOf['evaluation-scale'][];
	readiness: DocumentOf['readiness'][];
	partnerships: DocumentOf['partnerships'][];
};

export function loadLibrary(db: Database): Library {
	return {
		frameworks: listDocuments(db, 'framework'),
		crosswalks: listDocuments(db, 'crosswalk'),
		instruments: listDocuments(db, 'instrument'),
		quantityScales: listDocuments(db, 'quantity-scale'),
		evaluationScales: listDocuments(db, 'evaluation-scale'),
		readiness: listDocuments(db, 'readiness'),
		partnerships: listDocuments(db, 'partnerships')
	};
}
