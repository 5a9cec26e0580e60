/** The way back from the provider of sign-ins. */
import { comeBack } from '#lib/server/sign-in/with-provider.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => comeBack(event);
