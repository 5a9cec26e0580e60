/** The page for what is not there. The guard asks for it inside the server, and lets nobody ask from outside. */
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => error(404, 'Not Found');
