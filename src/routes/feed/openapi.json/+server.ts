import { feedDescription } from '#lib/pages/feed-openapi.ts';
import { ownAddress } from '#lib/server/secret-link.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => Response.json(feedDescription(ownAddress()));
