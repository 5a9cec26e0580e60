/** How often something is tried: as often as `npm test` has time for, or more often under `npm run test:long`. */
const isLong = import.meta.env.MODE === 'long';

export const times = (usual: number, long: number): number => (isLong ? long : usual);
