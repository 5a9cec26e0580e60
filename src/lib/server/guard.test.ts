import type { RequestEvent } from '@sveltejs/kit';
import { beforeAll, describe, expect, test } from 'vitest';
import {
	reviewWorld,
	review,
	type PersonName,
	type ReviewWorld
} from '../../../tests/support/review-world.ts';
import { policies } from './access/policies.ts';
import { guard, nothingHere } from './guard.ts';
import type { Actor } from './access/actor.ts';

let world: ReviewWorld;
beforeAll(() => {
	world = reviewWorld();
});

const visitor: Actor = { kind: 'visitor', exploring: false };

type Asked = {
	method?: string;
	route: string | null;
	path?: string;
	params?: Record<string, string>;
	headers?: Record<string, string>;
	data?: boolean;
	inside?: boolean;
};

/** As SvelteKit hands it over; pages asked for inside the server are named in `fetched`. */
function eventOf(who: PersonName | Actor, asked: Asked) {
	const { method = 'GET', route, path = `/reviews/${review}`, params = { id: review } } = asked;
	const url = new URL(path, 'http://cairn.example');
	const fetched: string[] = [];
	const event = {
		url,
		params,
		route: { id: route },
		request: new Request(url, { method, headers: asked.headers ?? {} }),
		isDataRequest: asked.data ?? false,
		isSubRequest: asked.inside ?? false,
		isRemoteRequest: false,
		locals: {
			db: world.db,
			actor: typeof who === 'string' ? world.actor(who) : who,
			at: '2026-03-02T09:30:00Z'
		},
		fetch: async (address: string) => {
			fetched.push(address);
			return new Response('There is no page here', { status: 404, headers: { 'content-type': 'text/html' } });
		}
	};
	return { event: event as unknown as RequestEvent, fetched };
}

/** The status of the guard's answer; null when the request goes on. */
async function statusFor(who: PersonName | Actor, asked: Asked): Promise<number | null> {
	return (await guard(eventOf(who, asked).event))?.status ?? null;
}

describe('the guard', () => {
	test('lets those go on who may, and answers all others with the page for what is not there', async () => {
		expect(await statusFor('ailsa', { route: '/reviews/[id]' })).toBeNull();
		expect(await statusFor('magnus', { route: '/reviews/[id]' })).toBeNull();
		for (const stranger of ['iain', 'effie', 'struan'] as const)
			expect([stranger, await statusFor(stranger, { route: '/reviews/[id]' })]).toEqual([stranger, 404]);
	});

	test('answers what one may not see as what does not exist', async () => {
		const answers = await Promise.all(
			[review, 'no-such-review'].map(async (id) => {
				const { event, fetched } = eventOf('iain', {
					route: '/reviews/[id]',
					path: `/reviews/${id}`,
					params: { id }
				});
				const answer = await guard(event);
				return [answer?.status, await answer?.text(), [...(answer?.headers ?? [])], fetched];
			})
		);
		expect(answers[0]).toEqual(answers[1]);
		expect(answers[0]![3]).toEqual(['/nothing-here/-']);
	});

	test('asks for that page as deep as the address is, so that it finds its styles', async () => {
		for (const [path, page] of [
			['/nowhere', '/nothing-here'],
			['/a/b', '/nothing-here/-'],
			['/a/b/c/d', '/nothing-here/-/-/-']
		] as const) {
			const { event, fetched } = eventOf('ailsa', { route: null, path });
			await guard(event);
			expect(fetched).toEqual([page]);
		}
	});

	test('shows that page to the server alone', async () => {
		expect(await statusFor('ailsa', { route: nothingHere, inside: true })).toBeNull();
		expect(await statusFor('ailsa', { route: nothingHere })).toBe(404);
	});

	test('asks a visitor to sign in, whether or not there is anything', async () => {
		for (const id of [review, 'no-such-review']) {
			const { event } = eventOf(visitor, {
				route: '/reviews/[id]',
				path: `/reviews/${id}?by=area`,
				params: { id }
			});
			const answer = await guard(event);
			expect(answer?.status).toBe(303);
			expect(answer?.headers.get('location')).toBe(
				`/sign-in?to=${encodeURIComponent(`/reviews/${id}?by=area`)}`
			);
		}
	});

	test('answers a script in its own form', async () => {
		const data = await guard(eventOf('iain', { route: '/reviews/[id]', data: true }).event);
		expect([data?.status, await data?.json()]).toEqual([404, { message: 'Not Found' }]);
		const action = { 'x-sveltekit-action': 'true' };
		const form = await guard(
			eventOf('iain', {
				method: 'POST',
				route: '/reviews/[id]/plan',
				path: '/reviews/x/plan?/save',
				headers: action
			}).event
		);
		expect([form?.status, await form?.json()]).toEqual([
			404,
			{ type: 'error', status: 404, error: { message: 'Not Found' } }
		]);
	});

	test('lets HEAD pass where GET may, and no method that has no policy', async () => {
		expect(await statusFor('ailsa', { route: '/reviews/[id]', method: 'HEAD' })).toBeNull();
		expect(await statusFor('iain', { route: '/reviews/[id]', method: 'HEAD' })).toBe(404);
		for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE', 'POST'])
			expect([method, await statusFor('ailsa', { route: '/reviews/[id]', method })]).toEqual([method, 404]);
	});

	test('asks of each form action what that action needs, and takes the first that is named', async () => {
		const plan = (who: PersonName, query: string) =>
			statusFor(who, {
				method: 'POST',
				route: '/reviews/[id]/plan',
				path: `/reviews/${review}/plan${query}`
			});
		expect(Object.keys(policies['/reviews/[id]/plan']?.actions ?? {})).toContain('save');
		expect(await plan('ailsa', '?/save')).toBeNull();
		expect(await plan('magnus', '?/save')).toBe(404);
		for (const query of ['', '?/none&/save', '?/constructor', '?/__proto__', '?/toString', '?save'])
			expect([query, await plan('ailsa', query)]).toEqual([query, 404]);
	});

	test('lets nobody pass to an address that has no policy', async () => {
		expect(await statusFor('ailsa', { route: '/left-open', path: '/left-open' })).toBe(404);
		expect(await statusFor('ailsa', { route: 'constructor', path: '/constructor' })).toBe(404);
	});
});
