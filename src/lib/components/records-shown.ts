/**
 * Whether whoever looks may see single records: told once by the frame of a review's pages, asked by every component
 * that would lead to a record. Nobody is led to one where nothing was told.
 */
import { getContext, setContext } from 'svelte';

const told = Symbol('records shown');

export const tellRecordsShown = (shown: () => boolean) => setContext(told, shown);

export const recordsShown = (): (() => boolean) => getContext<() => boolean>(told) ?? (() => false);
