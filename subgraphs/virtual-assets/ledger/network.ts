/** Chains whose transactions are kept; the words of shared/money/networks. */
export const NETWORKS = ['BITCOIN', 'ETHEREUM'] as const;
export type Network = (typeof NETWORKS)[number];
