/** How far jobs stand back behind everything else. */
export const batchPriority = -1000;
