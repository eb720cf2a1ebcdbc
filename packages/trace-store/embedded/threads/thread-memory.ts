/**
 * What a thread may use for young objects, MB. Each thread would take several times as much before
 * it cleans up, and there are four.
 */
export const threadMemory = { maxYoungGenerationSizeMb: 16 } as const;
