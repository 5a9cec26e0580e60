/** What a password has to be: long enough, and not one that everybody tries. Pure but for the list that is shipped. */

/** Letters, as people count them. */
export const shortestPassword = 12;
export const longestPassword = 512;
