import { describe, expect, test } from 'vitest';
import { webHeaders, type OwnAnswer } from './web-headers.ts';

const local = 'http://localhost:3000';
const page: OwnAnswer = {
	type: 'text/html',
	policy: "default-src 'none'; script-src 'self' 'nonce-abc'; form-action 'self'; base-uri 'none'",
	open: false,
	signInAt: null
};

describe('every answer', () => {
	test('forbids framing, guessing of kinds, and every feature of the device', () => {
		for (const headers of [webHeaders(local), webHeaders(local, page)]) {
			expect(headers).toMatchObject({
				'x-content-type-options': 'nosniff',
				'x-frame-options': 'DENY',
				'referrer-policy': 'same-origin',
				'cross-origin-opener-policy': 'same-origin',
				'cross-origin-resource-policy': 'same-origin'
			});
			expect(headers['permissions-policy']).toContain('camera=(), ');
		}
	});

	test('tells the browser to keep to TLS only where Cairn is served with it', () => {
		expect(webHeaders('https://cairn.example')['strict-transport-security']).toBe(
			'max-age=31536000; includeSubDomains'
		);
		expect(webHeaders(local)).not.toHaveProperty('strict-transport-security');
	});

	test('that is no page may run nothing, nor ask for anything by script', () => {
		const { 'content-security-policy': policy } = webHeaders(local, { ...page, policy: null });
		expect(policy).toMatch(/^default-src 'none'; /);
		expect(policy).not.toMatch(/script|connect|unsafe|data:/);
		expect(webHeaders(local)['content-security-policy']).toBe(policy);
	});
});

describe('an answer of the product', () => {
	test('is kept nowhere, unless it is open to everybody', () => {
		expect(webHeaders(local, page)['cache-control']).toBe('no-store');
		expect(webHeaders(local, { ...page, open: true })['cache-control']).toBe('private, no-cache');
	});

	test('keeps the policy that was made for the page', () => {
		expect(webHeaders(local, page)['content-security-policy']).toBe(page.policy);
	});

	test('says in which letters a page is written, and leaves other kinds as they are', () => {
		expect(webHeaders(local, page)['content-type']).toBe('text/html; charset=utf-8');
		expect(webHeaders(local, { ...page, type: 'application/pdf' })).not.toHaveProperty('content-type');
	});

	test('lets a form lead to the provider of an outside sign-in, to its origin only', () => {
		const signInAt = 'https://login.example/tenant/v2.0';
		expect(webHeaders(local, { ...page, signInAt })['content-security-policy']).toContain(
			"; form-action 'self' https://login.example;"
		);
		expect(webHeaders(local, { ...page, signInAt: 'no address' })['content-security-policy']).toBe(
			page.policy
		);
	});
});

describe('a file of the build', () => {
	test('may be kept as long as the build says', () => {
		expect(webHeaders(local)).not.toHaveProperty('cache-control');
	});
});
