/** Made in the place of other addresses, and all that was written stands in it: no script takes part. */
export const csr = false;
